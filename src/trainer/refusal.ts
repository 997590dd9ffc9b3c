/** Input that the trainer will not work with; the message names the place and the mend. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
