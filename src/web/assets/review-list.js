// The list of the groups that wait, with the one at hand marked.
import { at, counted, make } from './dom.js';

const [queue, show] = ['queue', 'show'].map(at);

const filters = {
  open: ({ reason, decided, papers }) => reason === 'waits' && decided < papers,
  unexplained: ({ reason }) => reason === 'unexplained',
  lost: ({ reason }) => reason !== 'waits',
  decided: ({ decided }) => decided > 0,
};

const most = 400;

const buttonOf = (id) => [...queue.querySelectorAll('button')].find((button) => button.dataset.id === id);

/** Draws the groups that were asked for, and gives them; whoever goes by keyboard keeps the place. */
export function list(groups, choose) {
  const shown = groups.filter(filters[show.value]);
  const held = document.activeElement?.dataset?.id;
  queue.replaceChildren(...shown.slice(0, most).map((group) => item(group, choose)));
  if (shown.length > most) queue.append(make('li', { of: 'soft' }, `${shown.length - most} more; decide these first.`));
  at('empty').hidden = shown.length > 0;
  if (held) buttonOf(held)?.focus();
  return shown;
}

function item({ id, title, papers, likely, decided }, choose) {
  const facts = [counted(papers, 'paper', 'papers'), likely, decided > 0 ? `${decided} decided` : ''];
  const text = facts.filter((one) => one !== '').join(' · ');
  const button = make('button', { of: 'group', type: 'button' }, make('b', {}, title), make('span', {}, text));
  button.dataset.id = id;
  button.addEventListener('click', () => choose(id));
  return make('li', {}, button);
}

/** Shows which group is at hand. */
export function mark(id) {
  for (const button of queue.querySelectorAll('button')) {
    const isThis = button.dataset.id === id;
    if (isThis) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
    if (isThis) button.scrollIntoView({ block: 'nearest' });
  }
}

/** What stands of the whole queue. */
export function tellStanding({ waiting, papers, decisions }) {
  const parts = [
    `${counted(papers, 'paper', 'papers')}.`,
    `${counted(waiting.groups, 'group waits', 'groups wait')} for a person, ${counted(waiting.answers, 'answer', 'answers')} in all;`,
    `${counted(decisions, 'decision is', 'decisions are')} written.`,
  ];
  at('standing').textContent = parts.join(' ');
}
