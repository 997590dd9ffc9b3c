import type { Kernel, KernelConfig, TensorInfo, Tensors } from './tensors.ts';

const name = 'wasm';

function transposed(x: TensorInfo, transpose: KernelConfig, backend: Kernel['backend']): TensorInfo {
  const perm = x.shape.map((_, i) => i);
  perm.push(...perm.splice(-2).reverse());
  return transpose.kernelFunc({ inputs: { x }, attrs: { perm }, backend }) as TensorInfo;
}

const sizeOf = ({ shape }: TensorInfo) => shape.reduce((product, side) => product * side, 1);

/** Is this a·bᵀ of matrices with the larger one on the right, as images times weights are? */
const isTurned = (a: TensorInfo, b: TensorInfo, { transposeA, transposeB }: Kernel['attrs']): boolean =>
  !transposeA && transposeB === true && a.shape.length === 2 && b.shape.length === 2 && sizeOf(b) > sizeOf(a);

function faster(product: KernelConfig, transpose: KernelConfig): KernelConfig['kernelFunc'] {
  /** a·bᵀ as (b·aᵀ)ᵀ: the right operand of a product is copied into another order first, so it should be the small one. */
  const turned = (a: TensorInfo, b: TensorInfo, { inputs, attrs, backend }: Kernel) => {
    const right = transposed(a, transpose, backend);
    const plain = { ...attrs, transposeA: false, transposeB: false };
    const result = product.kernelFunc({ inputs: { ...inputs, a: b, b: right }, attrs: plain, backend }) as TensorInfo;
    const back = transposed(result, transpose, backend);
    for (const { dataId } of [right, result]) backend.disposeData(dataId);
    return back;
  };
  return ({ inputs, attrs, backend }) => {
    const { a, b } = inputs;
    if (!a || !b || (!attrs.transposeA && !attrs.transposeB)) return product.kernelFunc({ inputs, attrs, backend });
    if (product.kernelName === 'BatchMatMul' && isTurned(a, b, attrs)) return turned(a, b, { inputs, attrs, backend });
    const left = attrs.transposeA ? transposed(a, transpose, backend) : a;
    const right = attrs.transposeB ? transposed(b, transpose, backend) : b;
    const plain = { ...attrs, transposeA: false, transposeB: false };
    const result = product.kernelFunc({ inputs: { ...inputs, a: left, b: right }, attrs: plain, backend });
    if (left !== a) backend.disposeData(left.dataId);
    if (right !== b) backend.disposeData(right.dataId);
    return result;
  };
}

/**
 * Transposes the operands of a product before it is taken: the wasm backend (4.22.0) multiplies transposed operands in a
 * scalar loop, six to twelve times slower, and every product of a dense layer with its weights or its gradients is such.
 */
export function registerProducts(tf: Tensors): void {
  const transpose = tf.getKernel('Transpose', name);
  for (const kernelName of ['BatchMatMul', '_FusedMatMul']) {
    const product = tf.getKernel(kernelName, name);
    if (!product || !transpose) throw new Error(`the wasm backend has no kernel ${kernelName} or Transpose`);
    tf.unregisterKernel(kernelName, name);
    tf.registerKernel({ kernelName, backendName: name, kernelFunc: faster(product, transpose) });
  }
}
