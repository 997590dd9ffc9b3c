/* The list of students: find, filter, sort, and read one paper after the other. What is shown stands in the address. */
const $ = (id) => document.getElementById(id);
const { verdicts, rows, columns } = JSON.parse($('data').textContent);
const plain = rows.map(([student]) => student.toLowerCase());
const tokens = rows.map((row) => ` ${row[4]} `);
const letters = Object.fromEntries(verdicts.map(({ letter, word }) => [letter, word]));
const batch = 100;
/* What a screen shows: the rest would make who types wait. */
const first = 40;
const state = { find: '', show: '', line: '', sort: '', paper: '' };
let found = rows.map((_, i) => i);
let shown = 0;

/* An element with its content; text stays text. */
const make = (name, attributes, ...content) => {
  const element = document.createElement(name);
  Object.assign(element, attributes);
  element.append(...content);
  return element;
};
const svg = 'http://www.w3.org/2000/svg';
const drawn = ({ id, tone }) => {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('class', `v ${tone}`);
  drawing.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `#v-${id}`);
  drawing.append(use);
  return drawing;
};
/* Drawn once and copied, because most of the time of a filter goes into what it shows. */
const drawings = verdicts.map(drawn);
const cell = ([verdict, score]) => {
  const known = verdicts[verdict];
  if (!known) return make('td', {});
  return make('td', {}, drawings[verdict].cloneNode(true), make('b', {}, score), make('i', {}, ` ${known.word}`));
};
const rowOf = (i) => {
  const [student, href, score, standing, , cells] = rows[i];
  const name = make('th', { scope: 'row' }, make('a', { href }, make('bdi', {}, student)));
  const why = standing && !cells.length ? [make('td', { className: 'soft', colSpan: columns || 1 }, standing)] : [];
  return make('tr', {}, name, make('td', { className: 'num' }, score), ...cells.map(cell), ...why);
};

/* As many rows as are looked at: ten thousand at once would take seconds. */
const showMore = (most = batch) => {
  const next = found.slice(shown, shown + most);
  shown += next.length;
  $('rows').append(...next.map(rowOf));
  const left = found.length - shown;
  const words = `Show ${Math.min(batch, left)} more of ${found.length}`;
  $('more').replaceChildren(...(left > 0 ? [make('button', { type: 'button' }, words)] : []));
};
const points = (value) => {
  const score = Number.parseFloat(value);
  return Number.isNaN(score) ? -1 : score;
};
const value = (i, column) => (column === 1 ? points(rows[i][2]) : points(rows[i][5][column - 2]?.[1]));
const order = (column) =>
  column === 0
    ? (a, b) => (plain[a] < plain[b] ? -1 : plain[a] > plain[b] ? 1 : 0)
    : (a, b) => value(a, column) - value(b, column) || a - b;

const apply = () => {
  const wanted = state.find.trim().toLowerCase();
  const token = ` ${state.show} `;
  const [line, letter] = state.line.split('.');
  found = [];
  for (let i = 0; i < rows.length; i += 1)
    if (
      (!wanted || plain[i].includes(wanted)) &&
      (!state.show || tokens[i].includes(token)) &&
      (!state.line || rows[i][6][line] === letter)
    )
      found.push(i);
  const column = Math.abs(Number.parseInt(state.sort, 10)) - 1;
  if (column >= 0) found.sort(state.sort.startsWith('-') ? (a, b) => order(column)(b, a) : order(column));
  $('rows').textContent = '';
  shown = 0;
  showMore(first);
  const which = state.line ? `, ${letters[letter] ?? ''} in one line` : '';
  $('count').textContent = `${found.length === rows.length ? '' : `${found.length} of `}${rows.length} papers${which}`;
  for (const head of document.querySelectorAll('.list thead th'))
    head.ariaSort = head.cellIndex === column ? (state.sort.startsWith('-') ? 'descending' : 'ascending') : null;
};

const write = () => {
  const params = new URLSearchParams(Object.entries(state).filter(([, v]) => v !== ''));
  history.replaceState(null, '', `#${params}`);
};
const set = (changes) => {
  Object.assign(state, changes);
  write();
  apply();
};
$('find').oninput = () => set({ find: $('find').value });
$('show').onchange = () => set({ show: $('show').value, line: '' });
$('more').onclick = ({ target }) => target.tagName === 'BUTTON' && showMore();
for (const button of document.querySelectorAll('.list th button'))
  button.onclick = () => {
    const column = button.parentElement.cellIndex + 1;
    set({ sort: state.sort === String(column) ? `-${column}` : String(column) });
  };

/* One paper after the other, in the order of the list, without leaving the class. */
const viewer = $('viewer');
const frame = make('iframe', { title: 'The paper' });
viewer.append(frame);
const open = (student, href) => {
  const own = rows.findIndex((row) => row[0] === student);
  if (own < 0) return;
  const at = found.indexOf(own);
  const list = at < 0 ? rows.map((_, i) => i) : found;
  const here = at < 0 ? own : at;
  state.paper = student;
  write();
  frame.src = href ?? rows[own][1];
  $('alone').href = href ?? rows[own][1];
  $('where').textContent = `${student}: ${here + 1} of ${list.length}`;
  for (const [id, step] of [
    ['previous', -1],
    ['next', 1],
  ]) {
    const other = rows[list[here + step]];
    $(id).disabled = !other;
    $(id).onclick = () => open(other[0]);
  }
  if (!viewer.open) viewer.showModal();
};
$('close').onclick = () => viewer.close();
viewer.onclose = () => {
  state.paper = '';
  frame.removeAttribute('src');
  write();
};
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href^="pages/"]');
  if (!link || link.id === 'alone' || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const row = rows.find(([, href]) => href === link.getAttribute('href').split('#')[0]);
  if (!row) return;
  event.preventDefault();
  open(row[0], link.getAttribute('href'));
});

const follow = () => {
  const params = new URLSearchParams(location.hash.slice(1));
  const named = Object.keys(state).filter((name) => params.has(name));
  if (named.length === 0) return;
  for (const name of Object.keys(state)) state[name] = params.get(name) ?? '';
  $('find').value = state.find;
  $('show').value = state.show;
  apply();
  if (state.paper) open(state.paper);
  else $('students').scrollIntoView();
};
addEventListener('hashchange', follow);
addEventListener('beforeprint', () => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  showMore(2000);
});
$('tools').hidden = false;
apply();
follow();
