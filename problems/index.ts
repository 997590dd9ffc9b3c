import type { Problem } from '../src/working/problem.ts';
import alexnetParameters from './alexnet-parameters/problem.ts';
import backpropByHand from './backprop-by-hand/problem.ts';
import confusionMatrix from './confusion-matrix/problem.ts';
import convByHand from './conv-by-hand/problem.ts';
import convFlops from './conv-flops/problem.ts';
import convLayer from './conv-layer/problem.ts';
import convnetjs from './convnetjs/problem.ts';
import crossEntropyStep from './cross-entropy-step/problem.ts';
import depthWidth from './depth-width/problem.ts';
import depthwiseSeparable from './depthwise-separable/problem.ts';
import discussion from './discussion/problem.ts';
import dropoutForward from './dropout-forward/problem.ts';
import fullyConnectedGradients from './fully-connected-gradients/problem.ts';
import googlenetParameters from './googlenet-parameters/problem.ts';
import gruParameters from './gru-parameters/problem.ts';
import layerTable from './layer-table/problem.ts';
import lenetParameters from './lenet-parameters/problem.ts';
import lenetTraining from './lenet-training/problem.ts';
import linearCollapse from './linear-collapse/problem.ts';
import logisticNeuron from './logistic-neuron/problem.ts';
import matrixBackprop from './matrix-backprop/problem.ts';
import maxPoolBackward from './max-pool-backward/problem.ts';
import momentumUpdate from './momentum-update/problem.ts';
import notmnistMlp from './notmnist-mlp/problem.ts';
import pooling from './pooling/problem.ts';
import precisionRecall from './precision-recall/problem.ts';
import receptiveField from './receptive-field/problem.ts';
import reluLayer from './relu-layer/problem.ts';
import sigmoidChain from './sigmoid-chain/problem.ts';
import softmaxByHand from './softmax-by-hand/problem.ts';
import softmaxLoss from './softmax-loss/problem.ts';
import tanh from './tanh/problem.ts';
import twoLayerTanh from './two-layer-tanh/problem.ts';
import vgg16Parameters from './vgg16-parameters/problem.ts';
import xorNetwork from './xor-network/problem.ts';

/** Every problem, sorted by id. A test holds this list against the folders. */
export const problems: readonly Problem[] = [
  alexnetParameters,
  backpropByHand,
  confusionMatrix,
  convByHand,
  convFlops,
  convLayer,
  convnetjs,
  crossEntropyStep,
  depthWidth,
  depthwiseSeparable,
  discussion,
  dropoutForward,
  fullyConnectedGradients,
  googlenetParameters,
  gruParameters,
  layerTable,
  lenetParameters,
  lenetTraining,
  linearCollapse,
  logisticNeuron,
  matrixBackprop,
  maxPoolBackward,
  momentumUpdate,
  notmnistMlp,
  pooling,
  precisionRecall,
  receptiveField,
  reluLayer,
  sigmoidChain,
  softmaxByHand,
  softmaxLoss,
  tanh,
  twoLayerTanh,
  vgg16Parameters,
  xorNetwork,
];
