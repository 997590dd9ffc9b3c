import type { TrainingRecord } from '../record.ts';
import { perClass } from '../training/metrics.ts';
import { chartOf } from './curves.ts';
import { logText } from './log.ts';
import { pngOf, sheetOf } from './png.ts';
import { layerWords, trainingWords } from './spec-words.ts';

const percent = (share: number, places = 2) => `${(100 * share).toFixed(places)} %`;

const endings = {
  'all-epochs': 'all epochs were run',
  'early-stopping': 'stopped early: the validation loss had stopped falling',
  interrupted: 'interrupted; what was best until then is shown',
};

const standIns: Record<string, string> = {
  letters: 'letters drawn from fonts, a stand-in: these results say nothing about notMNIST',
  shapes: 'shapes in colour, a stand-in: these results say nothing about CIFAR-10',
};

function facts(record: TrainingRecord): [name: string, value: string][] {
  const { spec, data, engine, symmetry } = record;
  const { train, validation, test } = spec.split;
  const megabytes = Math.round(record.peakMemory / 2 ** 20);
  return [
    ['Layers', [...spec.layers.map(layerWords), `output ${data.classes.length}`].join(' → ')],
    ['Parameters', record.parameters.toLocaleString('en-US')],
    ['Training', `${trainingWords(spec)}; initialisation ${spec.initialisation}; seed ${spec.seed}`],
    [
      'Data',
      `${data.name}, ${train} training, ${validation} validation, ${test} test images; sha256 ${data.sha256.slice(0, 12)}`,
    ],
    ...[standIns[data.name]].flatMap((says): [string, string][] => (says ? [['Beware', says]] : [])),
    ...data.damaged.map(({ file, says }): [string, string] => ['Left out', `${file}: ${says}`]),
    [
      'Engine',
      `${engine.name} ${engine.version}${engine.library ? ` (${engine.library})` : ''}, threads: ${engine.threads}, Node ${engine.node}`,
    ],
    ['Ending', `${endings[record.ending]}; weights of epoch ${record.chosen} of ${record.epochs.length}`],
    ['Cost', `${record.seconds.toFixed(1)} s, at most ${megabytes} MB`],
    ...(symmetry ? [['First layer', symmetryWords(symmetry)] as [string, string]] : []),
  ];
}

function symmetryWords({ units, distinct, moved }: NonNullable<TrainingRecord['symmetry']>): string {
  const equal = distinct === 1 ? 'all units equal: they compute one and the same feature' : `${distinct} units differ`;
  const dead = moved === 0 ? '; none moved from its first weights: no gradient reached them' : '';
  return `${units} units, ${equal}${dead}`;
}

function charts({ epochs }: TrainingRecord) {
  if (epochs.length === 0) return [];
  const curves = (key: 'loss' | 'accuracy') => [
    { name: 'training', values: epochs.map(({ train }) => train[key]) },
    { name: 'validation', values: epochs.flatMap(({ validation }) => validation?.[key] ?? []) },
    { name: 'test', values: epochs.map(({ test }) => test[key]) },
  ];
  const drawn = (key: 'loss' | 'accuracy') => curves(key).filter(({ values }) => values.length > 0);
  return [
    chartOf('Loss (nats)', drawn('loss'), (value) => String(value)),
    chartOf('Accuracy', drawn('accuracy'), (value) => `${Number((100 * value).toPrecision(6))} %`),
  ];
}

function matrix({ test, data }: TrainingRecord) {
  const most = Math.max(1, ...test.confusion.flatMap((row, i) => row.filter((_, k) => k !== i)));
  const scores = perClass(test.confusion);
  return test.confusion.map((row, i) => ({
    name: data.classes[i],
    cells: row.map((count, k) => ({ count, right: i === k, depth: i === k ? 0 : Math.round((4 * count) / most) })),
    recall: scores[i]?.recall === undefined ? '–' : percent(scores[i].recall, 1),
    precision: scores[i]?.precision === undefined ? '–' : percent(scores[i].precision, 1),
  }));
}

/** What the template shows of one run. */
export function viewOf(record: TrainingRecord) {
  const { pictures, test, data } = record;
  const across = 6;
  return {
    run: record.run,
    accuracy: percent(test.accuracy),
    loss: test.loss.toFixed(4),
    tested: test.images,
    facts: facts(record),
    charts: charts(record),
    classes: data.classes,
    matrix: matrix(record),
    filters: sheetOf(pictures.filters, across),
    maps: pictures.maps && {
      of: pngOf(pictures.maps.of),
      before: sheetOf(pictures.maps.before, across),
      after: sheetOf(pictures.maps.after, across),
    },
    mistakes: pictures.mistakes.map(({ picture, image, label, predicted, confidence }) => ({
      src: pngOf(picture),
      image,
      label: data.classes[label],
      predicted: data.classes[predicted],
      confidence: percent(confidence, 0),
    })),
    log: record.log.length > 0 ? logText(record) : undefined,
  };
}
