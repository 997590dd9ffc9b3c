import type { Proofs } from '../src/working/proof.ts';
import alexnetParameters from './alexnet-parameters/proof.ts';
import backpropByHand from './backprop-by-hand/proof.ts';
import convByHand from './conv-by-hand/proof.ts';
import convFlops from './conv-flops/proof.ts';
import convLayer from './conv-layer/proof.ts';
import convnetjs from './convnetjs/proof.ts';
import crossEntropyStep from './cross-entropy-step/proof.ts';
import depthWidth from './depth-width/proof.ts';
import depthwiseSeparable from './depthwise-separable/proof.ts';
import dropoutForward from './dropout-forward/proof.ts';
import fullyConnectedGradients from './fully-connected-gradients/proof.ts';
import googlenetParameters from './googlenet-parameters/proof.ts';
import gruParameters from './gru-parameters/proof.ts';
import layerTable from './layer-table/proof.ts';
import lenetParameters from './lenet-parameters/proof.ts';
import linearCollapse from './linear-collapse/proof.ts';
import logisticNeuron from './logistic-neuron/proof.ts';
import matrixBackprop from './matrix-backprop/proof.ts';
import maxPoolBackward from './max-pool-backward/proof.ts';
import momentumUpdate from './momentum-update/proof.ts';
import pooling from './pooling/proof.ts';
import receptiveField from './receptive-field/proof.ts';
import reluLayer from './relu-layer/proof.ts';
import sigmoidChain from './sigmoid-chain/proof.ts';
import softmaxByHand from './softmax-by-hand/proof.ts';
import softmaxLoss from './softmax-loss/proof.ts';
import tanh from './tanh/proof.ts';
import twoLayerTanh from './two-layer-tanh/proof.ts';
import vgg16Parameters from './vgg16-parameters/proof.ts';

/** The second methods of every problem, by id. A test holds this list against the list of problems. */
export const proofs: Proofs = {
  'alexnet-parameters': alexnetParameters,
  'backprop-by-hand': backpropByHand,
  'conv-by-hand': convByHand,
  'conv-flops': convFlops,
  'conv-layer': convLayer,
  convnetjs,
  'cross-entropy-step': crossEntropyStep,
  'depth-width': depthWidth,
  'depthwise-separable': depthwiseSeparable,
  'dropout-forward': dropoutForward,
  'fully-connected-gradients': fullyConnectedGradients,
  'googlenet-parameters': googlenetParameters,
  'gru-parameters': gruParameters,
  'layer-table': layerTable,
  'lenet-parameters': lenetParameters,
  'linear-collapse': linearCollapse,
  'logistic-neuron': logisticNeuron,
  'matrix-backprop': matrixBackprop,
  'max-pool-backward': maxPoolBackward,
  'momentum-update': momentumUpdate,
  pooling,
  'receptive-field': receptiveField,
  'relu-layer': reluLayer,
  'sigmoid-chain': sigmoidChain,
  'softmax-by-hand': softmaxByHand,
  'softmax-loss': softmaxLoss,
  tanh,
  'two-layer-tanh': twoLayerTanh,
  'vgg16-parameters': vgg16Parameters,
};
