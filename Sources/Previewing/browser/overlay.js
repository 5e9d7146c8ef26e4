// The list of problems over a page that is no longer what the sources say. A shadow root keeps the
// page's style and this one apart.
window.gazetteOverlay = (() => {
  let host = null;

  const hide = () => {
    if (host) host.remove();
    host = null;
  };

  const show = (html) => {
    hide();
    host = document.createElement("div");
    host.id = "gazette-overlay";
    host.setAttribute("role", "alertdialog");
    host.setAttribute("aria-label", "Problems in the sources");
    host.style.cssText = "all: initial; position: fixed; inset: 0; z-index: 2147483647; "
      + "padding: 0 1rem; background: rgb(0 0 0 / .45); overflow: auto;";
    const root = host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/.gazette/overlay.css";
    const panel = document.createElement("div");
    panel.className = "panel";
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", "Show the page");
    close.onclick = hide;
    panel.innerHTML = html;
    panel.prepend(close);
    root.append(style, panel);
    document.documentElement.append(host);
  };

  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  return { show, hide, isShown: () => host !== null };
})();
