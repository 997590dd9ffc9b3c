/** How people say that their squared loss has the factor 1/2. */
export const halfLossSaid = [
  'half the squared error',
  '1/2 in the loss',
  'loss with 1/2',
  'factor 1/2',
  'squared error halved',
  'L = 1/2 (y - yhat)^2',
] as const;
