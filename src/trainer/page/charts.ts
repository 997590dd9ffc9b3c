import type { TrainingRecord } from '../record.ts';
import { type Beside, bandCurve, marksOf, percentText } from './bands.ts';
import { type Chart, type Curve, chartOf, type Scale } from './curves.ts';

/** What tells one line from another: eight colours, and no more. */
const most = 8;

const accuracy = { write: percentText, least: 0.02 };
const loss = { write: String, least: 0.1 };

/** Loss and accuracy of one run over its epochs, the band of its test results behind them. */
export function runCharts(record: TrainingRecord, beside: Beside): Chart[] {
  const { epochs } = record;
  if (epochs.length === 0) return [];
  const band = beside.bandOf?.(record);
  const curves = (key: 'loss' | 'accuracy'): Curve[] => {
    const behind = band && bandCurve(band, 'test', key);
    return [
      { name: 'training', values: epochs.map(({ train }) => train[key]) },
      { name: 'validation', values: epochs.flatMap(({ validation }) => validation?.[key] ?? []) },
      { name: 'test', values: epochs.map(({ test }) => test[key]), ...(behind && { band: behind }) },
    ].filter(({ values }) => values.length > 0);
  };
  return [
    chartOf({ title: 'Loss (nats)', ...loss }, curves('loss')),
    chartOf({ title: 'Accuracy', ...accuracy }, curves('accuracy'), marksOf(beside)),
  ];
}

/** The loss of the noted batches of all runs, beside that of a guess: whether a start learns at all shows in the first few. */
function byBatch(records: readonly TrainingRecord[]): Chart | undefined {
  const logged = records.filter(({ log }) => log.length > 1);
  if (logged.length < 2) return undefined;
  const classes = logged[0]?.data.classes.length ?? 2;
  const scale: Scale = { title: 'Training loss of single batches', across: 'batch', ...loss };
  const curves = logged.map(({ run, log }) => ({
    name: run,
    values: log.map((line) => line.loss),
    at: log.map(({ batch }) => batch),
  }));
  return chartOf(scale, curves, [{ value: Math.log(classes), text: `guessing: ln ${classes}` }]);
}

/** The runs of a task in one chart each: test accuracy by epoch, and loss by batch where it was noted. */
export function overlays(records: readonly TrainingRecord[], beside: Beside) {
  const trained = records.filter(({ epochs }) => epochs.length > 0);
  const shown = trained.slice(0, most);
  if (shown.length < 2) return { charts: [] };
  const bands = shown.map((record) => beside.bandOf?.(record));
  const curves = shown.map(({ run, epochs }, i): Curve => {
    const behind = bands[i] && bandCurve(bands[i], 'test', 'accuracy');
    return { name: run, values: epochs.map(({ test }) => test.accuracy), ...(behind && { band: behind }) };
  });
  const charts = [chartOf({ title: 'Test accuracy of all runs', ...accuracy }, curves, marksOf(beside))];
  const loss = byBatch(shown);
  return {
    charts: loss ? [...charts, loss] : charts,
    banded: bands.some(Boolean),
    left: trained.length - shown.length,
  };
}
