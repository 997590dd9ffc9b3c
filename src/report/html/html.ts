import nunjucks from 'nunjucks';

/** Markup that may stand on a page as it is. Made only here and of MathML; templates escape everything else. */
export type Html = nunjucks.runtime.SafeString;

/** Text as markup. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Declares markup to be safe; every part of it must be escaped or written here. */
export const trusted = (markup: string): Html => new nunjucks.runtime.SafeString(markup);
