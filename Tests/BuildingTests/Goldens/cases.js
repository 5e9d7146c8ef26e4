// Filters and sorts a list of cases. Without it the list is complete; what it needs to know of the cases it
// asks for at the first use. What is chosen stands in the address, so it can be kept and passed on.
(() => {
  'use strict';
  const form = document.querySelector('.filter');
  const lists = [...document.querySelectorAll('.list')];
  if (!form || !lists.length) return;
  const words = form.dataset, report = form.querySelector('[role=status]');
  const pages = document.querySelector('.pagination');
  const facets = ['company', 'regulator', 'jurisdiction', 'law', 'topic', 'status', 'year', 'currency'];
  // Where a case's record has what; `currency` is made of the amounts.
  const at = {slug: 0, short: 1, title: 2, iso: 3, date: 4, marks: 5, sum: 6, amounts: 7, company: 8,
    regulator: 9, jurisdiction: 10, law: 11, topic: 12, status: 13, year: 14, group: 15, ruling: 16,
    article: 17, currency: 18};
  // What a page is about goes beyond its facet: a group's cases, a court's rulings.
  const wider = {company: 'group', regulator: 'ruling'};
  const step = 100, none = -1;
  const order = new Intl.Collator(document.documentElement.lang, {numeric: true});
  let data, cases, results, loading, limit = step;

  const node = (tag, name, text) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  };
  const value = name => form.elements[name].value;
  const index = (facet, slug) => data[facet].findIndex(item => item[0] === slug);

  const load = () => loading ||= fetch(words.list).then(answer => {
    if (!answer.ok) throw answer.status;
    return answer.json();
  }).then(found => {
    data = found;
    for (const item of data.cases) item[at.currency] = item[at.amounts].map(amount => amount[0]);
    const [facet, slug] = words.scope.split('=');
    const place = slug ? index(facet, slug) : none;
    cases = slug ? data.cases.filter(item => item[at[facet]].includes(place)
      || wider[facet] && item[at[wider[facet]]].includes(place)) : data.cases;
    results = lists[0].cloneNode(true);
    for (const extra of results.querySelectorAll('h2, .note')) extra.remove();
    results.querySelector('caption').textContent = words.caption;
    const more = node('button', 'more', words.more);
    more.type = 'button';
    more.onclick = () => {
      const next = limit;
      limit += step;
      show();
      results.querySelectorAll('tbody a')[next]?.focus();
    };
    results.append(more);
    lists[0].before(results);
  }).catch(() => { report.textContent = words.failed; loading = null; throw 0; });

  // Whether a case has everything that is chosen, one facet aside.
  const test = aside => {
    const wanted = facets.filter(name => name !== aside && value(name)).map(name => [at[name], index(name, value(name))]);
    const least = Number(value('min').replace(/\D/g, '')) || 0;
    const currency = value('currency') ? index('currency', value('currency')) : none;
    return item => wanted.every(([field, place]) => item[field].includes(place)) && (!least
      || item[at.amounts].some(([place, sum]) => sum >= least && (currency === none || currency === place)));
  };

  const fill = () => {
    for (const name of facets) {
      const field = form.elements[name], chosen = field.value, counts = new Map();
      for (const item of cases.filter(test(name))) {
        for (const place of new Set(item[at[name]])) counts.set(place, (counts.get(place) || 0) + 1);
      }
      const options = [field.options[0]];
      data[name].forEach(([slug, label], place) => {
        if (counts.has(place) || slug === chosen) options.push(new Option(`${label} (${counts.get(place) || 0})`, slug));
      });
      field.replaceChildren(...options);
      field.value = chosen;
      // What all cases of the list share is nothing to choose by.
      field.closest('label').hidden = !chosen && new Set(cases.flatMap(item => item[at[name]])).size < 2;
    }
  };

  // Amounts of two currencies are not compared: the currency comes first, and what costs nothing last.
  const sum = item => item[at.amounts][0];
  const orders = {
    date: (a, b) => a[at.iso] < b[at.iso] ? -1 : a[at.iso] > b[at.iso] ? 1 : 0,
    case: (a, b) => order.compare(a[at.short], b[at.short]),
    regulator: (a, b) => order.compare(data.regulator[a[at.regulator][0]][2], data.regulator[b[at.regulator][0]][2]),
    status: (a, b) => a[at.status][0] - b[at.status][0],
  };
  const sorted = (found, key, down) => key === 'sum'
    ? found.sort((a, b) => !sum(a) - !sum(b) || sum(a) && (sum(a)[0] - sum(b)[0] || (down ? -1 : 1) * (sum(a)[1] - sum(b)[1])) || 0)
    : found.sort((a, b) => (down ? -1 : 1) * orders[key](a, b));

  const row = item => {
    const line = node('tr'), when = node('td', 'when'), what = node('th', 'what'), how = node('td', 'how');
    const date = node('time', '', item[at.date]), link = node('a', '', item[at.short]);
    date.dateTime = item[at.iso];
    when.append(date);
    what.scope = 'row';
    link.href = words.root + '/cases/' + item[at.slug] + '/';
    what.append(link);
    const marks = item[at.marks];
    for (const [bit, name] of [[4, 'retracted'], [8, 'draft'], [16, 'embargoed']]) {
      if (marks & bit) what.append(' ', node('span', 'flag', words[name]));
    }
    if (item[at.title]) what.append(' ', node('span', 'title', item[at.title]));
    const who = node('td', 'who'), body = data.regulator[item[at.regulator][0]];
    if (body) who.append(node(body[1] === body[2] ? 'span' : 'abbr', '', body[2]));
    if (body && body[1] !== body[2]) who.firstChild.title = body[1];
    const [code, status] = data.status[item[at.status][0]];
    how.append(node('span', 'status status-' + code, status));
    // An amount that nobody disclosed stands behind what is known; what is proposed is said to be.
    const cost = node('td', 'sum', item[at.sum] || (marks & 1 ? words.undisclosed : ''));
    if (item[at.sum] && marks & 1) cost.append(' ' + words.also);
    if (marks & 2) cost.append(' ', node('span', 'basis', words.proposed));
    if (!cost.hasChildNodes()) cost.append(node('span', 'none', words.nothing));
    line.append(when, what, who, how, cost);
    return line;
  };

  const show = () => {
    const sort = value('sort'), isActive = sort || value('min') || facets.some(value);
    const address = new URLSearchParams(location.search);
    for (const name of [...facets, 'min', 'sort']) value(name) ? address.set(name, value(name)) : address.delete(name);
    history.replaceState(null, '', location.pathname + (address.size ? '?' + address : '') + location.hash);
    const down = sort[0] === '-', key = sort.replace('-', '') || 'date';
    const found = cases.filter(test());
    if (sort) sorted(found, key, down);
    results.hidden = !isActive;
    for (const other of [...lists, pages]) if (other) other.hidden = isActive;
    results.querySelector('tbody').replaceChildren(...found.slice(0, limit).map(row));
    for (const head of results.querySelectorAll('th[data-sort]')) {
      head.removeAttribute('aria-sort');
      if (head.dataset.sort === key) head.setAttribute('aria-sort', sort && !down ? 'ascending' : 'descending');
    }
    results.querySelector('.more').hidden = found.length <= limit;
    report.textContent = isActive ? words.count.replace('#', found.length).replace('#', cases.length) : '';
    fill();
  };

  const use = () => load().then(() => { limit = step; show(); }, () => {});
  form.addEventListener('input', use);
  form.addEventListener('submit', event => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(use));
  form.querySelector('details').addEventListener('toggle', use, {once: true});
  // Where there is no room for heads of columns, the form has the orders.
  const isNarrow = matchMedia('(max-width: 44rem)').matches;
  for (const head of isNarrow ? [] : document.querySelectorAll('.list th[data-sort]')) {
    const button = node('button', '', head.textContent);
    button.type = 'button';
    head.replaceChildren(button);
  }
  document.addEventListener('click', event => {
    const head = event.target.closest?.('.list th[data-sort]');
    if (!head) return;
    const key = head.dataset.sort, first = ['date', 'sum'].includes(key) ? '-' : '';
    form.elements.sort.value = value('sort') === first + key ? (first ? key : '-' + key) : first + key;
    use().then(() => results?.querySelector(`[data-sort=${key}] button`).focus());
  });

  form.classList.add('ready');
  const asked = new URLSearchParams(location.search);
  const names = [...facets, 'min', 'sort'].filter(name => asked.get(name));
  if (names.length) {
    form.querySelector('details').open = true;
    for (const name of names) {
      const field = form.elements[name];
      // Options come with the data; until then the one that is asked for stands alone.
      if (field.options && ![...field.options].some(option => option.value === asked.get(name))) field.add(new Option(asked.get(name)));
      field.value = asked.get(name);
    }
    use();
  }
})();
