import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import { type SchemaName, schemas } from './schemas.ts';

/** How schemas are compiled. That they themselves are valid is for a test to say; here it would cost more than all else. */
export const ajvOptions: Options = {
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  verbose: true,
  validateSchema: false,
  discriminator: true,
};

const ajv = new Ajv2020(ajvOptions);
const compiled = new Map<SchemaName, ValidateFunction>();

/** The validator of a schema. The build puts a file in place of this one that holds all of them compiled. */
export function validatorOf(name: SchemaName): ValidateFunction {
  const found = compiled.get(name) ?? ajv.compile(schemas[name]);
  compiled.set(name, found);
  return found;
}
