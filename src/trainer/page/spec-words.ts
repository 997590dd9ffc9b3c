import type { Layer, Optimiser, Schedule, Spec } from '../spec.ts';

const activationWords = (name: string) => (name === 'none' ? '' : `, ${name}`);

export function layerWords(layer: Layer): string {
  switch (layer.type) {
    case 'dense':
      return `dense ${layer.units}${activationWords(layer.activation)}`;
    case 'conv': {
      const size = `${layer.kernel}×${layer.kernel}×${layer.filters}`;
      return `convolution ${size} (${layer.padding})${activationWords(layer.activation)}`;
    }
    case 'pool': {
      const { window, stride = window, by = 'maximum' } = layer;
      const kind = by === 'average' ? 'average' : 'max';
      return `${kind} pooling ${window}×${window}${stride === window ? '' : `, stride ${stride}`}`;
    }
    case 'dropout':
      return `dropout ${layer.rate}`;
    case 'batch-norm':
      return 'batch norm';
    default:
      return layer.activation;
  }
}

function optimiserWords(optimiser: Optimiser | undefined): string {
  if (!optimiser) return 'gradient descent';
  if (optimiser.type !== 'momentum') return { rmsprop: 'RMSprop', adam: 'Adam', adadelta: 'Adadelta' }[optimiser.type];
  const { momentum, nesterov, dampening } = optimiser;
  const damped = dampening ? `, dampening ${dampening}` : '';
  return `${nesterov ? 'Nesterov momentum' : 'momentum'} ${momentum}${damped}`;
}

function scheduleWords(schedule: Schedule): string {
  if ('cosine' in schedule) return `, down to ${schedule.cosine} along a cosine`;
  const times = `, times ${schedule.factor}`;
  if ('every' in schedule) return `${times} every ${schedule.every} epochs`;
  if ('after' in schedule) return `${times} after epoch ${schedule.after.join(', ')}`;
  return `${times} when the validation loss has not fallen for ${schedule.plateau} epochs`;
}

function imageWords({ crop, augmentation }: Spec): string {
  const done = [
    ...(crop ? [`cut to ${crop}×${crop}`] : []),
    ...(augmentation?.shift ? [`moved by up to ${augmentation.shift} pixels`] : []),
    ...(augmentation?.flip ? ['flipped'] : []),
  ];
  return done.length > 0 ? `; training images ${done.join(', ')}` : '';
}

/** How a run is trained, in one line. */
export function trainingWords(spec: Spec): string {
  const { rate, batch, schedule, patience, decay, optimiser, shown } = spec;
  const change = schedule ? scheduleWords(schedule) : '';
  const shrink = decay ? `, decay ${decay.rate}${decay.only ? ' of weights' : ''}` : '';
  const many = shown ? `, ${shown} images shown in an epoch` : '';
  const stop = patience ? `; early stopping after ${patience} epochs without a lower validation loss` : '';
  return `${optimiserWords(optimiser)}, learning rate ${rate}${change}${shrink}, batches of ${batch}${many}${stop}${imageWords(spec)}`;
}
