/** Without scripts and styles; one that is never closed stays. */
export function withoutScripts(html: string): string {
  let [kept, from, open] = ['', 0, -1];
  for (const { 0: tag, index } of html.matchAll(/<\/(?:script|style)>|<(?:script|style)/gi)) {
    if (!tag.startsWith('</')) open = open < 0 ? index : open;
    else if (open >= 0) {
      kept += html.slice(from, open);
      [from, open] = [index + tag.length, -1];
    }
  }
  return kept + html.slice(from);
}

/** What a tag within a line stands for. */
export function tagText(tag: string): string {
  if (/^<br\b/i.test(tag)) return '\n';
  return /^<sub\b/i.test(tag) ? '_' : /^<sup\b/i.test(tag) ? '^' : '';
}
