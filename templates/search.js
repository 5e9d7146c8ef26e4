// Searches the site with Pagefind, whose index lies beside it. What is asked stands in the address.
const form = document.querySelector('.searching');
const report = document.querySelector('main [role=status]'), list = document.querySelector('.results');
const more = document.querySelector('main .more');
const facets = ['company', 'regulator', 'jurisdiction', 'status', 'year'], step = 10;
const value = name => form.elements[name].value;
let search, found = [], turn = 0, all;

const asked = new URLSearchParams(location.search);
for (const name of ['q', 'sort', ...facets]) {
  const field = form.elements[name];
  if (!asked.get(name)) continue;
  if (facets.includes(name)) field.add(new Option(asked.get(name), asked.get(name)));
  field.value = asked.get(name);
}

const start = () => search ||= import(`${form.dataset.root}/pagefind/pagefind.js`).then(async pagefind => {
  await pagefind.options({baseUrl: form.dataset.root + '/'});
  all = await pagefind.filters();
  return pagefind;
});

// Words of values by name, years backwards, with how many are left of each.
const fill = counts => {
  for (const name of facets) {
    const field = form.elements[name], chosen = field.value;
    const options = Object.keys(all[name] || {}).sort((a, b) => name === 'year' ? b - a : a.localeCompare(b))
      .filter(word => counts?.[name]?.[word] || word === chosen)
      .map(word => new Option(`${word} (${counts[name]?.[word] || 0})`, word));
    field.replaceChildren(field.options[0], ...options);
    field.value = chosen;
  }
};

const item = page => {
  const entry = document.createElement('li'), link = document.createElement('a'), words = document.createElement('p');
  link.href = page.url;
  link.textContent = page.meta.title;
  // Pagefind escapes the text and adds nothing but `mark`.
  words.innerHTML = page.excerpt;
  entry.append(link, words);
  return entry;
};

const show = async (first, mine) => {
  const pages = await Promise.all(found.slice(first, first + step).map(result => result.data()));
  if (mine !== turn) return;
  list.append(...pages.map(item));
  more.hidden = list.children.length >= found.length;
  if (first) list.children[first]?.querySelector('a').focus();
};

const look = async () => {
  const mine = ++turn;
  const filters = Object.fromEntries(facets.filter(value).map(name => [name, value(name)]));
  const address = new URLSearchParams();
  for (const name of ['q', ...facets, 'sort']) if (value(name)) address.set(name, value(name));
  history.replaceState(null, '', location.pathname + (address.size ? '?' + address : ''));
  try {
    const pagefind = await start();
    const isAsked = value('q').trim() || facets.some(value);
    const answer = await pagefind.search(value('q').trim() || null,
      {filters, ...value('sort') && {sort: {date: value('sort')}}});
    if (mine !== turn) return;
    found = isAsked ? answer.results : [];
    list.replaceChildren();
    more.hidden = true;
    fill(answer.filters);
    report.textContent = isAsked ? form.dataset.found.replace('#', found.length) : '';
    await show(0, mine);
  } catch {
    report.textContent = form.dataset.failed;
  }
};

let wait;
form.addEventListener('input', event => {
  clearTimeout(wait);
  wait = setTimeout(look, event.target.name === 'q' ? 200 : 0);
});
form.addEventListener('submit', event => { event.preventDefault(); clearTimeout(wait); look(); });
more.addEventListener('click', () => show(list.children.length, turn));
form.classList.add('ready');
look();
