import type { Convention, Declaration, Problem } from '../working/problem.ts';
import type { CourseConfig } from './config.ts';

interface Definers {
  readonly defineProblem: (declared: Declaration) => Problem;
}

/** The library as the problems of a course import it: what they declare is understood with the course's own words. */
export function withCourse<L extends Definers>(
  library: L,
  { functions = [], operators = [], conventions = [] }: CourseConfig,
): L {
  const defineProblem: Definers['defineProblem'] = (declared) =>
    library.defineProblem(
      declared && {
        ...declared,
        functions: [...functions, ...(declared.functions ?? [])],
        operators: [...operators, ...(declared.operators ?? [])],
        conventions: [...conventions.filter((one) => isAbout(one, declared)), ...(declared.conventions ?? [])],
      },
    );
  return { ...library, defineProblem };
}

const isAbout = ({ over }: Convention, { working = {} }: Declaration): boolean =>
  Object.keys(over ?? {}).every((line) => Object.hasOwn(working, line));
