// A teaching assistant's queue: groups of equal answers, decided at once.
import { send } from './api.js';

const at = (id) => document.getElementById(id);
const [queue, now, show, said] = ['queue', 'now', 'show', 'said'].map(at);
let groups = [];
let shown = [];
let current;
let asked;
const done = [];

/** An element with a class and content; strings are text. */
function make(name, { of, ...members } = {}, ...content) {
  const element = Object.assign(document.createElement(name), members);
  if (of) element.className = of;
  element.append(...content);
  return element;
}

/** Markup that the server typeset and escaped. */
function typeset(name, of, markup) {
  const element = make(name, { of });
  element.innerHTML = markup;
  return element;
}

const tell = (text, ...more) => {
  said.textContent = text;
  said.append(...more);
};

const filters = {
  open: ({ reason, decided, papers }) => reason === 'waits' && decided < papers,
  unexplained: ({ reason }) => reason === 'unexplained',
  lost: ({ reason }) => reason !== 'waits',
  decided: ({ decided }) => decided > 0,
};

async function load(keep = current?.id) {
  const found = await send('GET', '/queue');
  groups = found.groups;
  const waiting = groups.filter(filters.open);
  const papers = waiting.reduce((sum, one) => sum + one.papers - one.decided, 0);
  at('standing').textContent =
    `${found.papers} papers. ${waiting.length} ${waiting.length === 1 ? 'group waits' : 'groups wait'} for a person, ${papers} answers in all; ${found.decisions} ${found.decisions === 1 ? 'decision is' : 'decisions are'} written.`;
  list(keep);
}

function list(keep) {
  shown = groups.filter(filters[show.value]);
  queue.replaceChildren(...shown.slice(0, 400).map(item));
  at('empty').hidden = shown.length > 0;
  const next = shown.find(({ id }) => id === keep) ?? shown[0];
  if (next) void open(next.id);
  else now.replaceChildren(make('p', { of: 'prose' }, 'Nothing waits here.'));
}

function item({ id, title, papers, likely, decided }) {
  const count = `${papers} ${papers === 1 ? 'paper' : 'papers'}`;
  const facts = [count, likely, decided > 0 ? `${decided} decided` : ''].filter((text) => text !== '').join(' · ');
  const button = make('button', { of: 'group', type: 'button' }, make('b', {}, title), make('span', {}, facts));
  button.dataset.id = id;
  button.addEventListener('click', () => (current?.id === id ? now.focus() : open(id)));
  return make('li', {}, button);
}

/** What was asked for last is shown: an answer that comes late must not draw over a form in which somebody writes. */
async function open(id) {
  asked = id;
  try {
    const found = await send('GET', `/group?id=${encodeURIComponent(id)}`);
    if (asked !== id) return;
    current = found;
  } catch (error) {
    tell(error.message || 'There is no connection.');
    return;
  }
  for (const button of queue.querySelectorAll('button')) {
    const isThis = button.dataset.id === id;
    button.toggleAttribute('aria-current', isThis);
    if (isThis) button.scrollIntoView({ block: 'nearest' });
  }
  draw();
}

function draw() {
  const { kind, problem, line, name, given, verdict, expected, points, outOf, says, slips = [], rubric = [] } = current;
  const head =
    kind === 'answer'
      ? typeset('h2', '', `${line} <span class="wrote">${given || 'nothing'}</span>`)
      : make('h2', {}, current.title);
  const parts = [make('p', { of: 'eyebrow' }, problem ?? 'The paper as a whole'), head];
  if (kind === 'answer') {
    const sign = typeset(
      'p',
      `verdict ${verdict.tone}`,
      `<svg class="v ${verdict.tone}" aria-hidden="true"><use href="#v-${verdict.id}"/></svg> `,
    );
    sign.append(
      make('b', {}, verdict.word),
      ` · ${points} of ${outOf} points`,
      name ? ` · ${name}` : '',
      expected ? ` · the solution has ${expected}` : '',
    );
    parts.push(sign);
  }
  if (says) parts.push(typeset('p', 'prose', says));
  if (slips.length > 0)
    parts.push(
      make('h3', {}, 'What fits'),
      make(
        'ol',
        { of: 'fits' },
        ...slips.map((slip) => {
          const one = typeset('li', '', slip.says);
          one.append(make('span', { of: 'soft' }, ` ${slip.evidence} bits`));
          return one;
        }),
      ),
    );
  if (rubric.length > 0)
    parts.push(make('h3', {}, 'Rubric'), make('ul', { of: 'fits' }, ...rubric.map((text) => typeset('li', '', text))));
  parts.push(form(), papers(), make('div', { id: 'work' }));
  now.replaceChildren(...parts);
  if (kind === 'answer' && current.members[0]) void work(current.members[0].student);
}

function form() {
  const { kind, outOf, fields = [] } = current;
  const why = make('textarea', { id: 'why', rows: 2, maxLength: 4000 });
  const row = [];
  const act = (label, key, does, main) => {
    const button = make('button', { type: 'button', of: main ? 'main' : '' }, label, ' ', make('kbd', {}, key));
    button.addEventListener('click', does);
    row.push(button);
  };
  if (kind === 'answer') {
    const points = make('input', { id: 'points', type: 'text', inputMode: 'decimal', size: 6 });
    points.addEventListener('keydown', (event) => event.key === 'Enter' && setPoints());
    act('Accept', 'a', accept, true);
    act('Slip', 's', slip);
    row.push(make('label', { of: 'inline', htmlFor: 'points' }, `Points of ${outOf} `, points));
    act('Set', '↵', setPoints);
    act('Comment only', 'c', comment);
  } else if (kind === 'name') {
    const pick = make('select', { id: 'field' }, ...fields.map((field) => make('option', { value: field }, field)));
    row.push(make('label', { of: 'inline', htmlFor: 'field' }, 'It stands for ', pick));
    act('Confirm', 'a', accept, true);
  } else act('Looked at', 'a', accept, true);
  act('Next', 'j', () => step(1));
  act('Undo', 'u', takeBack);
  return make(
    'div',
    { of: 'act' },
    make('label', { htmlFor: 'why' }, 'Why, as the student reads it ', make('kbd', {}, 'w')),
    why,
    make('p', { of: 'buttons' }, ...row),
  );
}

function papers() {
  const boxes = current.members.map(({ student, href, note }) => {
    const box = make('input', { type: 'checkbox', checked: true, value: student });
    const link = make(
      'a',
      { href: `${document.body.dataset.base}/${href}`, target: '_blank', rel: 'noopener' },
      'page',
    );
    const look = make('button', { type: 'button', of: 'small' }, 'work');
    look.addEventListener('click', () => work(student));
    return make(
      'li',
      {},
      make('label', {}, box, ` ${student}`),
      ' ',
      ...(current.kind === 'answer' ? [look, ' '] : []),
      link,
      note ? make('span', { of: 'soft' }, ` ${note}`) : '',
    );
  });
  const many = `${current.members.length} ${current.members.length === 1 ? 'paper is' : 'papers are'} touched; leave out those that you decide apart`;
  return make(
    'details',
    { of: 'plain', open: boxes.length <= 12 },
    make('summary', {}, many),
    make('ul', { of: 'members' }, ...boxes),
  );
}

async function work(student) {
  const { id } = current;
  const problem = JSON.parse(id)[1];
  const lines = await send(
    'GET',
    `/paper?student=${encodeURIComponent(student)}&problem=${encodeURIComponent(problem)}`,
  );
  if (current.id !== id) return;
  const rows = lines.map(({ field, line, given, verdict, points }) => {
    const row = make('tr', { of: field === JSON.parse(id)[2] ? 'this' : '' });
    row.append(
      typeset(
        'td',
        '',
        `<svg class="v ${verdict.tone}" aria-hidden="true"><use href="#v-${verdict.id}"/></svg> ${line}`,
      ),
      typeset('td', 'val', given),
      make('td', {}, `${verdict.word}, ${points}`),
    );
    return row;
  });
  at('work')?.replaceChildren(
    make('h3', {}, `The work of ${student}`),
    make('div', { of: 'table' }, make('table', { of: 'rows' }, make('tbody', {}, ...rows))),
  );
}

const whyText = (otherwise) => at('why').value.trim() || otherwise;
const chosen = () => [...now.querySelectorAll('.members input:checked')].map(({ value }) => value);

const accept = () => {
  if (current.kind === 'answer')
    return decide({ action: 'points', points: current.outOf, text: whyText('Accepted as right.') });
  if (current.kind === 'name') return decide({ action: 'name', field: at('field').value, text: whyText('') });
  return decide({ action: 'reviewed', text: whyText('Looked at.') });
};
const slip = () =>
  current.kind === 'answer' &&
  decide({
    action: 'points',
    points: current.points,
    text: whyText(current.likely ? `As it was marked: ${current.likely}` : 'As it was marked.'),
  });
const setPoints = () =>
  decide({ action: 'points', points: at('points').value.trim().replace(',', '.'), text: whyText('') });
const comment = () => decide({ action: 'comment', text: whyText('') });

async function decide(decision) {
  const students = decision.students ?? chosen();
  if (students.length === 0) return tell('No paper is chosen.');
  const { members } = current;
  const id = decision.group ?? current.id;
  const known = Object.fromEntries(
    members.filter(({ at: when }) => when).map(({ student, at: when }) => [student, when]),
  );
  try {
    const { written, overtaken } = await send('POST', '/decide', { known, ...decision, group: id, students });
    if (written.length > 0) done.push(written);
    const count = `${written.length} ${written.length === 1 ? 'decision is' : 'decisions are'} written.`;
    if (overtaken.length > 0) return await clash({ ...decision, group: id }, overtaken, count);
    tell(count);
    await step(1, true);
  } catch (error) {
    tell(error.message || 'There is no connection; nothing was written. Decide again when it is back.');
  }
}

/** Somebody else was first. Nothing of theirs is lost: the person at hand says which holds. */
async function clash(decision, overtaken, count) {
  const who = overtaken.map(({ student, by, points }) => `${student}: ${points} points by ${by}`).join('; ');
  const button = make('button', { type: 'button' }, 'Overrule');
  button.addEventListener('click', () =>
    decide({ ...decision, students: overtaken.map(({ student }) => student), overrule: true }),
  );
  await load();
  tell(`${count} Decided by somebody else meanwhile, and left so: ${who}. `, button);
  button.focus();
}

async function takeBack() {
  const written = done.pop();
  if (!written) return tell('There is nothing to take back.');
  const { undone } = await send('POST', '/undo', { written });
  await load();
  tell(`${undone} ${undone === 1 ? 'decision was' : 'decisions were'} taken back.`);
}

async function step(by, reload = false) {
  const index = shown.findIndex(({ id }) => id === current?.id);
  const next = shown[index + by];
  if (reload) await load(next?.id ?? current.id);
  else if (next) await open(next.id);
  now.focus();
}

const keys = {
  a: () => accept(),
  s: () => slip(),
  p: () => at('points')?.focus(),
  w: () => at('why')?.focus(),
  c: () => (whyText('') ? comment() : at('why')?.focus()),
  u: () => takeBack(),
  j: () => step(1),
  k: () => step(-1),
};

addEventListener('keydown', (event) => {
  const isWriting = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
  if (event.key === 'Escape' && isWriting) now.focus();
  if (isWriting || event.ctrlKey || event.metaKey || event.altKey || !current || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
show.addEventListener('change', () => list());
await load();
document.body.dataset.ready = 'true';
