/** What a leaky ReLU keeps of a number below 0. */
export const leak = 0.01;

/** PyTorch's: the share of a batch in the running mean and variance, and what keeps a variance from 0. */
export const normDefaults = { momentum: 0.1, epsilon: 1e-5 };
