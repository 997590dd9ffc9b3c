import nunjucks from 'nunjucks';

/** Markup that may stand on a page as it is. Made only here and of MathML; templates escape everything else. */
export type Html = nunjucks.runtime.SafeString;

const special = /[&<>"']/;

/** Text as markup. */
export const escapeHtml = (text: string): string =>
  special.test(text) ? text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`) : text;

/** Declares markup to be safe; every part of it must be escaped or written here. */
export const trusted = (markup: string): Html => new nunjucks.runtime.SafeString(markup);

/** What may be put into markup: text, which is escaped; markup; a list of it; or nothing. */
type Inside = string | Html | readonly Html[] | false | undefined;

/** Markup with values put into it, for what stands on a page so often that the template engine would take most of its time. */
export function markup(parts: TemplateStringsArray, ...values: readonly Inside[]): Html {
  let text = parts[0] ?? '';
  for (const [i, value] of values.entries()) text += inserted(value) + (parts[i + 1] ?? '');
  return trusted(text);
}

function inserted(value: Inside): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (!value) return '';
  return Array.isArray(value) ? value.join('') : String(value);
}
