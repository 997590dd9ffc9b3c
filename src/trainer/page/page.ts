import { readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';
import { contentPolicy } from '../../content-policy.ts';
import type { TrainingRecord } from '../record.ts';
import { frame } from './curves.ts';
import { viewOf } from './view.ts';

const asset = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const environment = new nunjucks.Environment(null, { autoescape: true, throwOnUndefined: true, trimBlocks: true });
const template = nunjucks.compile(asset('./training.njk'), environment);

/**
 * The runs of one task as one self-contained page: curves, confusion matrix, filters, feature maps, mistakes.
 * Reads nothing but the records, so that a page can always be made again.
 */
export function trainingPage(records: readonly TrainingRecord[]): string {
  const title = records[0]?.title ?? 'Training';
  const css = asset('./training.css');
  const policy = contentPolicy({ styles: [css] });
  const style = new nunjucks.runtime.SafeString(css);
  return template.render({ title, policy, style, frame, runs: records.map(viewOf) });
}
