import adjustments from './schemas/adjustments.schema.json' with { type: 'json' };
import assignment from './schemas/assignment.schema.json' with { type: 'json' };
import config from './schemas/config.schema.json' with { type: 'json' };
import course from './schemas/course.schema.json' with { type: 'json' };
import key from './schemas/key.schema.json' with { type: 'json' };
import result from './schemas/result.schema.json' with { type: 'json' };
import submission from './schemas/submission.schema.json' with { type: 'json' };

/** The schemas of everything that is read or written. */
export const schemas = { adjustments, assignment, config, course, key, result, submission } as const;
export type SchemaName = keyof typeof schemas;
