// The list of the groups that were asked for, with the one at hand marked.
import { at, counted, make } from './dom.js';

const [queue, show, find, rest] = ['queue', 'show', 'find', 'rest'].map(at);
const page = 100;
const names = new Map([...show.options].map((option) => [option, option.textContent]));
let most = page;
let found = 0;

/** What the server is asked for. */
export const asking = () => new URLSearchParams({ show: show.value, find: find.value, most });

/** Asks for more the next time, where there is more. */
export function more() {
  const isMore = found > most;
  if (isMore) most += page;
  return isMore;
}

/** Tells when somebody wants to see other groups, or more of them. */
export function onAsked({ others, further }) {
  let timer;
  const soon = (delay) => {
    clearTimeout(timer);
    most = page;
    timer = setTimeout(others, delay);
  };
  show.addEventListener('change', () => soon(0));
  find.addEventListener('input', () => soon(250));
  rest.addEventListener('click', () => more() && further());
}

const buttonOf = (id) => [...queue.querySelectorAll('button')].find((button) => button.dataset.id === id);

/** Draws the groups, and gives them; whoever goes by keyboard keeps the place. */
export function list({ groups, found: all, counts }, choose) {
  const held = document.activeElement?.dataset?.id;
  found = all;
  queue.replaceChildren(...groups.map((group) => item(group, choose)));
  rest.hidden = all <= groups.length;
  rest.textContent = `Show more: ${all - groups.length} are left`;
  at('empty').hidden = groups.length > 0;
  for (const [option, name] of names) option.textContent = `${name} (${counts[option.value]})`;
  if (held) buttonOf(held)?.focus();
  return groups;
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
