// A teaching assistant's queue: groups of equal answers, decided at once.
import { at, tell } from './dom.js';
import { acts } from './review-decide.js';
import { onAsked } from './review-list.js';
import { load, lost, now, refilter, step, useActs } from './review-queue.js';

const keys = {
  a: () => acts.accept(),
  s: () => acts.slip(),
  p: () => at('points')?.focus(),
  w: () => at('why')?.focus(),
  c: () => (at('why')?.value.trim() ? acts.comment() : at('why')?.focus()),
  u: () => acts.takeBack(),
  j: () => step(1),
  k: () => step(-1),
  '/': () => at('find').focus(),
};

addEventListener('keydown', (event) => {
  const isWriting = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
  if (event.key === 'Escape' && isWriting) now.focus();
  if (isWriting || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
  if (event.repeat && !'jk'.includes(event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

useActs(acts);
onAsked({ others: refilter, further: () => load().catch((error) => tell(error.message || lost)) });
try {
  await load();
} catch (error) {
  at('standing').textContent = error.message || 'There is no connection; load the page again when it is back.';
}
document.body.dataset.ready = 'true';
