import { createHash } from 'node:crypto';

/** What a page of ours needs; it may do nothing else. */
export interface PageNeeds {
  /** The text of its style elements, and of its scripts, exactly as they stand in it. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Files beside the page: a stylesheet that pages share, pages shown in a frame. */
  readonly sheets?: boolean;
  readonly frames?: boolean;
}

/**
 * The Content-Security-Policy of a page. Only what we wrote is named, by its hash: a script, a handler, a style or an
 * address that a paper brought into the page does nothing, however it came there. What is hashed is what goes into the
 * template, never what came out of it, which may hold what a paper wrote.
 */
export function contentPolicy({ styles = [], scripts = [], sheets, frames }: PageNeeds): string {
  const beside = "'self' file:";
  return Object.entries({
    'default-src': "'none'",
    'style-src': [...styles.map(hashed), ...(sheets ? [beside] : [])].join(' '),
    'script-src': scripts.map(hashed).join(' '),
    'font-src': styles.some((text) => text.includes('url(data:font/')) || sheets ? 'data:' : '',
    'img-src': 'data:',
    'frame-src': frames ? beside : '',
    'base-uri': "'none'",
    'form-action': "'none'",
  })
    .flatMap(([name, sources]) => (sources === '' ? [] : [`${name} ${sources}`]))
    .join('; ');
}

const hashed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
