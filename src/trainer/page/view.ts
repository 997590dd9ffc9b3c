import type { TrainingRecord } from '../record.ts';
import type { Beside } from './bands.ts';
import { runCharts } from './charts.ts';
import { logText } from './log.ts';
import { matrixOf } from './matrix.ts';
import { diverging, pngOf, sheetOf } from './png.ts';
import { layerWords, trainingWords } from './spec-words.ts';

const percent = (share: number, places = 2) => `${(100 * share).toFixed(places)} %`;

const many = (count: number) => count.toLocaleString('en-US');

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
    ['Parameters', many(record.parameters)],
    ['Training', `${trainingWords(spec)}; initialisation ${spec.initialisation}; seed ${spec.seed}`],
    [
      'Data',
      `${data.name}, ${many(train)} training, ${many(validation)} validation, ${many(test)} test images; sha256 ${data.sha256.slice(0, 12)}`,
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

/** Why training may look worse than testing, where it does. */
function belowTest({ epochs }: TrainingRecord): string | undefined {
  const below = epochs.filter(({ train, test }) => train.accuracy < test.accuracy).map(({ epoch }) => epoch);
  if (below.length === 0) return undefined;
  const which = below.length === 1 ? `epoch ${below[0]}` : `${below.length} epochs`;
  return `In ${which} training lies below testing. That is no mistake: a training value is the mean over the batches of its epoch, while the network was still learning and with dropout and altered images where the run has them; the others are taken after the epoch.`;
}

function layers({ spec, layers: placed, data }: TrainingRecord) {
  const words = [...spec.layers.map(layerWords), `output ${data.classes.length}`];
  return placed.map(({ output, parameters }, i) => ({
    words: words[i],
    shape: output.filter((side, k) => k === output.length - 1 || side > 1 || output[0] !== 1).join(' × '),
    parameters: many(parameters),
  }));
}

/** The mistakes by pair of classes, the most frequent first. */
function mistakes({ pictures, test, data }: TrainingRecord, run: number) {
  const pairs = new Map<string, (typeof pictures.mistakes)[number][]>();
  for (const one of pictures.mistakes) {
    const key = `${one.label}-${one.predicted}`;
    pairs.set(key, [...(pairs.get(key) ?? []), one]);
  }
  const groups = [...pairs].map(([key, images]) => {
    const [label = 0, predicted = 0] = key.split('-').map(Number);
    const count = test.confusion[label]?.[predicted] ?? images.length;
    return { id: `run-${run}-${key}`, label: data.classes[label], predicted: data.classes[predicted], count, images };
  });
  groups.sort((a, b) => b.count - a.count);
  return groups.map((group) => ({
    ...group,
    images: group.images.map(({ picture, image, confidence }) => ({
      src: pngOf(picture),
      image,
      confidence: percent(confidence, 0),
    })),
  }));
}

/** What the template shows of one run; `run` counts from 1. */
export function viewOf(record: TrainingRecord, run: number, scale: readonly number[], beside: Beside) {
  const { pictures, test, data } = record;
  const across = 6;
  const [filter] = pictures.filters;
  return {
    run: record.run,
    accuracy: percent(test.accuracy),
    loss: test.loss.toFixed(4),
    parameters: many(record.parameters),
    tested: many(test.images),
    facts: facts(record),
    layers: layers(record),
    charts: runCharts(record, beside),
    band: beside.bandOf?.(record)?.seeds.length,
    bandless: beside.bandOf !== undefined,
    below: belowTest(record),
    classes: data.classes,
    matrix: matrixOf(record, run, scale),
    filters: sheetOf(pictures.filters, across, filter?.channels === 3 ? undefined : diverging),
    limit: filter && filter.high > 0 ? filter.high.toPrecision(2) : undefined,
    inColour: filter?.channels === 3,
    maps: pictures.maps && {
      of: pngOf(pictures.maps.of),
      before: sheetOf(pictures.maps.before, across),
      after: sheetOf(pictures.maps.after, across),
    },
    mistakes: mistakes(record, run),
    log: record.log.length > 0 ? logText(record) : undefined,
  };
}
