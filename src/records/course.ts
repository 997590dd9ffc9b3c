import type { Complaint } from './complaint.ts';
import { complaintList } from './complaint-list.ts';
import { readJson } from './json.ts';
import { plain } from './members.ts';
import { complainOf, schemaErrors } from './schema.ts';

/** When and how an assignment is set. Times are ISO 8601 with their zone. */
export interface CourseRules {
  readonly opens?: string;
  readonly due?: string;
  readonly closes?: string;
  readonly release?: string;
  readonly hints?: 0 | 1 | 2 | 3;
  readonly checks?: number;
}

/** A course system that launches assignments by LTI 1.3, as it describes itself. */
export interface CoursePlatform {
  readonly issuer: string;
  readonly clientId: string;
  readonly deployments: readonly string[];
  readonly authorization: string;
  readonly token: string;
  readonly keys: string;
  readonly claim?: string;
}

/** How a course's server sets its assignments. */
export interface Course {
  readonly title?: string;
  readonly staff?: readonly string[];
  readonly roster?: string;
  /** Who signs people in, by OpenID Connect. */
  readonly signIn?: { readonly issuer: string; readonly clientId: string; readonly claim?: string };
  readonly platform?: CoursePlatform;
  readonly assignments?: Readonly<Record<string, CourseRules>>;
}

export type CourseReading =
  | { readonly ok: true; readonly course: Course }
  | { readonly ok: false; readonly complaints: readonly Complaint[] };

/** Reads a course's file. Staff write it, so everything odd is refused. Never throws. */
export function readCourse(source: string | Uint8Array, file: string): CourseReading {
  const json = readJson(source, file);
  if (!json.ok) return { ok: false, complaints: [json.complaint] };
  const list = complaintList(json.document);
  complainOf(schemaErrors('course', plain(json.document.root)), json.document.root, list);
  const complaints = list.all();
  return complaints.length > 0 ? { ok: false, complaints } : { ok: true, course: plain(json.document.root) as Course };
}
