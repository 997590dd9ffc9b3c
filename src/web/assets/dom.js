// Parts of a page that are made in the browser.

export const at = (id) => document.getElementById(id);

/** An element with a class and content; strings are text. */
export function make(name, { of, ...members } = {}, ...content) {
  const element = Object.assign(document.createElement(name), members);
  if (of) element.className = of;
  element.append(...content);
  return element;
}

/** Markup that the server typeset and escaped. */
export function typeset(name, of, markup) {
  const element = make(name, { of });
  element.innerHTML = markup;
  return element;
}

/** The symbol of a verdict. */
export const symbol = ({ tone, id }) => `<svg class="v ${tone}" aria-hidden="true"><use href="#v-${id}"/></svg>`;

/** "1 paper", "3 papers". */
export const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** Tells what came of what somebody did. */
export function tell(text, ...more) {
  at('said').textContent = text;
  at('said').append(...more);
}
