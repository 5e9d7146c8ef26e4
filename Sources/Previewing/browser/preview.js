// What a previewed page follows changes with. The server puts it in; nothing of it is published.
(() => {
  const own = document.currentScript.dataset;
  const scrollKey = "gazette-scroll:" + location.pathname + location.search;
  let isReturning = false;
  let wait = 250;

  // A page that was loaded again stands where it stood.
  const stored = sessionStorage.getItem(scrollKey);
  if (stored !== null) {
    sessionStorage.removeItem(scrollKey);
    history.scrollRestoration = "manual";
    const [x, y] = stored.split(",").map(Number);
    const restore = () => window.scrollTo({ left: x, top: y, behavior: "instant" });
    restore();
    addEventListener("load", () => { restore(); history.scrollRestoration = "auto"; });
  }

  const reload = () => {
    sessionStorage.setItem(scrollKey, scrollX + "," + scrollY);
    location.reload();
  };

  // The new sheet is loaded beside the old one, which goes when the new one is there.
  const swap = (path) => {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      const address = new URL(link.href, location.href);
      if (address.pathname !== path || link.dataset.leaving) continue;
      const next = link.cloneNode();
      address.searchParams.set("changed", Date.now());
      next.href = address.pathname + address.search;
      next.onload = next.onerror = () => link.remove();
      link.dataset.leaving = "yes";
      link.after(next);
    }
  };

  const follow = () => {
    const query = new URLSearchParams({ path: location.pathname, page: own.page, build: own.build });
    if (isReturning) query.set("again", "1");
    if (window.gazetteOverlay.isShown()) query.set("shown", "1");
    const source = new EventSource("/.gazette/events?" + query);
    source.onopen = () => { wait = 250; };
    source.addEventListener("reload", () => { source.close(); reload(); });
    source.addEventListener("style", (event) => swap(event.data));
    source.addEventListener("problems", (event) => window.gazetteOverlay.show(event.data));
    source.addEventListener("mended", () => window.gazetteOverlay.hide());
    source.onerror = () => {
      source.close();
      isReturning = true;
      setTimeout(follow, wait);
      wait = Math.min(wait * 1.5, 2000);
    };
    addEventListener("pagehide", () => source.close(), { once: true });
  };

  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  follow();
})();
