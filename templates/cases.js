// Filters and sorts a list of cases. Without it the list is complete; what it needs to know of the cases it
// asks for at the first use. What is chosen stands in the address, so it can be kept and passed on.
(() => {
  const form = document.querySelector('.filter');
  if (!form) return;
  const words = form.dataset, report = form.querySelector('[role=status]'), details = form.querySelector('details');
  const results = form.nextElementSibling, more = results.querySelector('.more');
  const lists = [...document.querySelectorAll('.list, .pagination')].filter(list => list !== results);
  const facets = ['company', 'regulator', 'jurisdiction', 'law', 'topic', 'status', 'year', 'currency'];
  // Where a case's record has what.
  const names = ['row', 'case', 'date', 'sums', ...facets, 'group', 'ruling', 'article'];
  const at = Object.fromEntries(names.map((name, place) => [name, place]));
  // What a page is about goes beyond its facet: a group's cases, a court's rulings.
  const wider = {company: 'group', regulator: 'ruling'};
  const order = new Intl.Collator(document.documentElement.lang, {numeric: true});
  const step = 100;
  let data, cases, loading, limit = step;

  const value = name => form.elements[name].value;
  const index = (facet, slug) => data[facet].findIndex(item => item[0] === slug);

  const load = () => loading ||= fetch(words.list).then(answer => answer.json()).then(found => {
    data = found;
    const [facet, slug] = words.scope.split('=');
    const place = slug && index(facet, slug);
    cases = data.cases.filter(item => !slug || item[at[facet]].includes(place) || item[at[wider[facet]]]?.includes(place));
  });

  // Whether a case has everything that is chosen, one facet aside.
  const test = aside => {
    const wanted = facets.filter(name => name !== aside && value(name)).map(name => [at[name], index(name, value(name))]);
    const least = Number(value('min')), currency = value('currency') && index('currency', value('currency'));
    return item => wanted.every(([field, place]) => item[field].includes(place)) && (!least
      || item[at.sums].some(([place, sum]) => sum >= least && (currency === '' || place === currency)));
  };

  const fill = () => {
    for (const name of facets) {
      const field = form.elements[name], chosen = field.value, counts = new Map();
      for (const item of cases.filter(test(name))) {
        for (const place of item[at[name]]) counts.set(place, (counts.get(place) || 0) + 1);
      }
      field.replaceChildren(field.options[0]);
      data[name].forEach(([slug, label], place) => {
        const count = counts.get(place) || 0;
        if (count || slug === chosen) field.add(new Option(`${label} (${count})`, slug));
      });
      field.value = chosen;
      // What all cases of the list share is nothing to choose by.
      field.closest('label').hidden = !chosen && new Set(cases.flatMap(item => item[at[name]])).size < 2;
    }
  };

  const text = (item, key) => key === 'regulator' ? data.regulator[item[at.regulator][0]][2] : item[at[key]];
  // Amounts of two currencies are not compared: the currency comes first, and what costs nothing last.
  const compare = (a, b, key, sign) => {
    if (key !== 'sum') return sign * order.compare(text(a, key), text(b, key));
    const [one] = a[at.sums], [other] = b[at.sums];
    return !one - !other || one && (one[0] - other[0] || sign * (one[1] - other[1])) || 0;
  };

  const show = () => {
    const sort = value('sort'), key = sort.replace('-', '') || 'date', sign = sort[0] === '-' ? -1 : 1;
    const chosen = String(new URLSearchParams([...new FormData(form)].filter(([, text]) => text)));
    history.replaceState(null, '', location.pathname + (chosen && '?' + chosen) + location.hash);
    const found = cases.filter(test());
    if (sort) found.sort((a, b) => compare(a, b, key, sign));
    results.hidden = !chosen;
    for (const list of lists) list.hidden = !!chosen;
    results.querySelector('tbody').innerHTML = found.slice(0, limit).map(item => `<tr>${item[at.row]}</tr>`).join('');
    for (const head of results.querySelectorAll('th')) {
      head.ariaSort = head.dataset.sort !== key ? null : sort && sign > 0 ? 'ascending' : 'descending';
    }
    more.hidden = found.length <= limit;
    report.textContent = chosen ? words.count.replace('#', found.length).replace('#', cases.length) : '';
    fill();
  };

  const use = () => load().then(() => { limit = step; show(); }, () => { report.textContent = words.failed; loading = null; });
  form.oninput = use;
  form.onsubmit = event => event.preventDefault();
  form.onreset = () => setTimeout(use);
  details.addEventListener('toggle', use, {once: true});
  more.onclick = () => {
    limit += step;
    show();
    results.querySelectorAll('tbody a')[limit - step]?.focus();
  };
  // Where there is no room for heads of columns, the form has the orders.
  const isNarrow = matchMedia('(max-width: 44rem)').matches;
  for (const head of isNarrow ? [] : document.querySelectorAll('.list th[data-sort]')) {
    const key = head.dataset.sort, button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.onclick = () => {
      const [first, second] = ['date', 'sum'].includes(key) ? ['-' + key, key] : [key, '-' + key];
      form.elements.sort.value = value('sort') === first ? second : first;
      use().then(() => results.querySelector(`[data-sort=${key}] button`).focus());
    };
  }

  form.classList.add('ready');
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    const slug = asked.get(field.name);
    if (!slug) continue;
    field.value = slug;
    // Options come with the data; until then the one that is asked for stands alone.
    if (field.options && field.value !== slug) field.add(new Option(slug, slug, true, true));
    details.open = true;
  }
})();
