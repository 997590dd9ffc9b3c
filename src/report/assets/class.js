/* The list of students: find, filter, sort. Without a script the whole list is still there. */
const body = document.querySelector('#rows');
const rows = [...body.rows];
const find = document.querySelector('#find');
const show = document.querySelector('#show');
document.querySelector('#tools').hidden = false;

const apply = () => {
  const text = find.value.trim().toLowerCase();
  const token = show.value;
  let n = 0;
  for (const row of rows) {
    const has = !token || row.dataset.t.split(' ').includes(token);
    row.hidden = !(has && row.cells[0].textContent.toLowerCase().includes(text));
    n += row.hidden ? 0 : 1;
  }
  document.querySelector('#count').textContent = n === rows.length ? `${n} papers` : `${n} of ${rows.length} papers`;
};
find.oninput = apply;
show.onchange = apply;

const follow = () => {
  const token = /^#show=(\w+)$/.exec(location.hash)?.[1];
  if (!token) return;
  show.value = token;
  apply();
  document.querySelector('#students').scrollIntoView();
};
addEventListener('hashchange', follow);

const points = (row) => {
  const score = Number.parseFloat(row.cells[1].textContent);
  return Number.isNaN(score) ? -1 : score;
};
const orders = [
  (a, b) => a.cells[0].textContent.localeCompare(b.cells[0].textContent),
  (a, b) => points(a) - points(b),
];
for (const button of document.querySelectorAll('th button')) {
  button.onclick = () => {
    const head = button.parentElement;
    const up = head.ariaSort !== 'ascending';
    for (const other of head.parentElement.cells) other.ariaSort = null;
    head.ariaSort = up ? 'ascending' : 'descending';
    const compare = orders[head.cellIndex];
    rows.sort((a, b) => (up ? compare(a, b) : compare(b, a)));
    body.append(...rows);
  };
}
apply();
follow();
