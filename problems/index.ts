import type { Problem } from '../src/working/problem.ts';
import alexnetParameters from './alexnet-parameters/problem.ts';
import backpropByHand from './backprop-by-hand/problem.ts';
import confusionMatrix from './confusion-matrix/problem.ts';
import convFlops from './conv-flops/problem.ts';
import convLayer from './conv-layer/problem.ts';
import convnetjs from './convnetjs/problem.ts';
import depthWidth from './depth-width/problem.ts';
import discussion from './discussion/problem.ts';
import fullyConnectedGradients from './fully-connected-gradients/problem.ts';
import googlenetParameters from './googlenet-parameters/problem.ts';
import layerTable from './layer-table/problem.ts';
import lenetParameters from './lenet-parameters/problem.ts';
import lenetTraining from './lenet-training/problem.ts';
import linearCollapse from './linear-collapse/problem.ts';
import logisticNeuron from './logistic-neuron/problem.ts';
import momentumUpdate from './momentum-update/problem.ts';
import notmnistMlp from './notmnist-mlp/problem.ts';
import precisionRecall from './precision-recall/problem.ts';
import reluLayer from './relu-layer/problem.ts';
import sigmoidChain from './sigmoid-chain/problem.ts';
import softmaxLoss from './softmax-loss/problem.ts';
import tanh from './tanh/problem.ts';
import vgg16Parameters from './vgg16-parameters/problem.ts';

/** Every problem, sorted by id. A test holds this list against the folders. */
export const problems: readonly Problem[] = [
  alexnetParameters,
  backpropByHand,
  confusionMatrix,
  convFlops,
  convLayer,
  convnetjs,
  depthWidth,
  discussion,
  fullyConnectedGradients,
  googlenetParameters,
  layerTable,
  lenetParameters,
  lenetTraining,
  linearCollapse,
  logisticNeuron,
  momentumUpdate,
  notmnistMlp,
  precisionRecall,
  reluLayer,
  sigmoidChain,
  softmaxLoss,
  tanh,
  vgg16Parameters,
];
