import { readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';
import { contentPolicy } from '../../content-policy.ts';
import type { TrainingRecord } from '../record.ts';
import type { Beside } from './bands.ts';
import { overlays } from './charts.ts';
import { frame } from './curves.ts';
import { legendOf, scaleOf } from './matrix.ts';
import { barOf, diverging } from './png.ts';
import { viewOf } from './view.ts';

const asset = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const environment = new nunjucks.Environment(null, { autoescape: true, throwOnUndefined: true, trimBlocks: true });
const template = nunjucks.compile(asset('./training.njk'), environment);

/** The design of all pages, and what only these have. */
const common = ['tokens', 'base', 'frame'].map((name) => `../../report/styles/${name}.css`);
const css = [...common, './training.css', './charts.css'].map(asset).join('\n');
const policy = contentPolicy({ styles: [css] });

/**
 * The runs of one task as one self-contained page: curves, confusion matrix, filters, feature maps, mistakes.
 * Reads nothing but the records and what stands beside them, so that a page can always be made again.
 */
export function trainingPage(records: readonly TrainingRecord[], beside: Beside = {}): string {
  const title = records[0]?.title ?? 'Training';
  const scale = scaleOf(records);
  return template.render({
    title,
    policy,
    style: new nunjucks.runtime.SafeString(css),
    frame,
    overlays: overlays(records, beside),
    legend: legendOf(scale),
    bar: barOf(diverging),
    runs: records.map((record, i) => viewOf(record, i + 1, scale, beside)),
  });
}
