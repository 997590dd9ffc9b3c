// A group of equal answers: what the machine says of it, what can be decided, and whom it touches.
import { at, counted, make, symbol, typeset } from './dom.js';

/** The parts of a group's page; `acts` is what its buttons do. */
export function groupParts(group, acts) {
  const { kind, problem, says, slips = [], rubric = [] } = group;
  return [
    make('p', { of: 'eyebrow' }, problem ?? 'The paper as a whole'),
    heading(group),
    ...(kind === 'answer' ? [verdictLine(group)] : []),
    ...(says ? [typeset('p', 'prose', says)] : []),
    ...(slips.length > 0 ? [make('h3', {}, 'What fits'), fits(slips)] : []),
    ...(rubric.length > 0
      ? [make('h3', {}, 'Rubric'), make('ul', { of: 'fits' }, ...rubric.map((text) => typeset('li', '', text)))]
      : []),
    form(group, acts),
    papers(group, acts),
    make('div', { id: 'work' }),
  ];
}

const heading = ({ kind, line, given, title }) =>
  kind === 'answer'
    ? typeset('h2', '', `${line} <span class="wrote">${given || 'nothing'}</span>`)
    : make('h2', {}, title);

function verdictLine({ verdict, name, points, outOf, expected }) {
  const line = typeset('p', `verdict ${verdict.tone}`, `${symbol(verdict)} `);
  const solution = expected ? ` · the solution has ${expected}` : '';
  line.append(make('b', {}, verdict.word), ` · ${points} of ${outOf} points`, name ? ` · ${name}` : '', solution);
  return line;
}

function fits(slips) {
  const items = slips.map(({ says, evidence }) => {
    const one = typeset('li', '', says);
    one.append(make('span', { of: 'soft' }, ` ${evidence} bits`));
    return one;
  });
  return make('ol', { of: 'fits' }, ...items);
}

function button(label, key, does, of = '') {
  const made = make('button', { type: 'button', of }, label, ' ', make('kbd', {}, key));
  made.addEventListener('click', does);
  return made;
}

function form(group, acts) {
  const why = make('textarea', { id: 'why', rows: 2, maxLength: 4000 });
  const row = [...choices(group, acts), button('Next', 'j', acts.next), button('Undo', 'u', acts.takeBack)];
  return make(
    'div',
    { of: 'act' },
    make('label', { htmlFor: 'why' }, 'Why, as the student reads it ', make('kbd', {}, 'w')),
    why,
    make('p', { of: 'buttons' }, ...row),
  );
}

function choices({ kind, outOf, fields = [] }, acts) {
  if (kind === 'paper') return [button('Looked at', 'a', acts.accept, 'main')];
  if (kind === 'name' || kind === 'problem') {
    const pick = make('select', { id: 'field' }, ...fields.map((field) => make('option', { value: field }, field)));
    const label = make('label', { of: 'inline', htmlFor: 'field' }, 'It stands for ', pick);
    return [label, button('Confirm', 'a', acts.accept, 'main')];
  }
  const points = make('input', { id: 'points', type: 'text', inputMode: 'decimal', size: 6 });
  points.addEventListener('keydown', (event) => event.key === 'Enter' && acts.setPoints());
  return [
    button('Accept', 'a', acts.accept, 'main'),
    button('Slip', 's', acts.slip),
    make('label', { of: 'inline', htmlFor: 'points' }, `Points of ${outOf} `, points),
    button('Set', '↵', acts.setPoints),
    button('Comment only', 'c', acts.comment),
  ];
}

/** Whom the decision touches. The list of many is made when somebody opens it. */
function papers(group, acts) {
  const { members } = group;
  const many = `${counted(members.length, 'paper is', 'papers are')} touched; leave out those that you decide apart`;
  const list = make('ul', { of: 'members' });
  const fold = make('details', { of: 'plain' }, make('summary', {}, many), list);
  const fill = () => list.childElementCount === 0 && list.append(...members.map((one) => paper(group, one, acts)));
  fold.addEventListener('toggle', fill);
  fold.open = members.length <= 12 || group.left.size > 0;
  if (fold.open) fill();
  return fold;
}

function paper({ kind, left }, { student, href, note }, acts) {
  const box = make('input', { type: 'checkbox', checked: !left.has(student), value: student });
  box.addEventListener('change', () => (box.checked ? left.delete(student) : left.add(student)));
  const link = make('a', { href: `${document.body.dataset.base}/${href}`, target: '_blank', rel: 'noopener' }, 'page');
  const look = make('button', { type: 'button', of: 'small' }, 'work');
  look.addEventListener('click', () => acts.work(student));
  const rest = [...(kind === 'answer' ? [look, ' '] : []), link, note ? make('span', { of: 'soft' }, ` ${note}`) : ''];
  return make('li', {}, make('label', {}, box, ` ${student}`), ' ', ...rest);
}

/** The lines of a paper, with the one at hand marked. */
export function workParts(student, field, lines) {
  const rows = lines.map((one) => {
    const name = typeset('td', '', `${symbol(one.verdict)} ${one.line}`);
    const rest = make('td', {}, `${one.verdict.word}, ${one.points}`);
    return make('tr', { of: one.field === field ? 'this' : '' }, name, typeset('td', 'val', one.given), rest);
  });
  const table = make('div', { of: 'table' }, make('table', { of: 'rows' }, make('tbody', {}, ...rows)));
  Object.assign(table, { tabIndex: 0, role: 'group', ariaLabel: `The work of ${student}` });
  return [make('h3', {}, `The work of ${student}`), table];
}

/** What somebody has begun to write about the group that is shown, and the papers that he has left out. */
export const written = ({ left }) => ({ why: at('why')?.value ?? '', points: at('points')?.value ?? '', left });

/** Puts it back. */
export function rewrite({ why, points }) {
  at('why').value = why;
  if (at('points')) at('points').value = points;
}
