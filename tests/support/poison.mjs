// Loaded into every process of a run: the papers of these students bring down the worker that grades them, as no known
// paper does any more.
const deaths = {
  endless() {
    for (;;);
  },
  greedy() {
    const all = new Map();
    for (let i = 0; ; i += 1) all.set(i, `${i}`.padStart(200));
  },
  crashing() {
    process.abort();
  },
};
const emit = process.emit;
process.emit = function (name, message, ...rest) {
  // What is not graded again does no harm.
  const graded = message?.task?.earlier?.status !== 'timeout';
  if (name === 'message' && graded) deaths[message?.task?.student]?.();
  return emit.call(this, name, message, ...rest);
};
