import type { TableField } from '../../../working/field.ts';
import type { Candidate } from '../candidates.ts';
import type { Slot } from '../fields.ts';
import type { Findings } from '../findings.ts';
import { axesOf } from './axes.ts';
import { cellsOf } from './cells.ts';
import { claimsOf } from './claims.ts';
import { derivationsOf } from './derivations.ts';
import { logsOf } from './logs.ts';
import { matricesOf } from './matrix.ts';
import { pairsOf } from './pairs.ts';
import { proseOf } from './prose.ts';
import { ratesOf } from './rates.ts';
import { recordsOf } from './records.ts';
import { saidRowsOf } from './said.ts';
import { tablesOf } from './tables.ts';
import { weightsOf } from './weights.ts';

/** Answers that are a whole table, matrix, log or text, told by their shape and what is written beside them. */
export function wholesOf(slot: Slot, findings: Findings): Candidate[] {
  const { field } = slot;
  if (field.kind === 'matrix') return matricesOf(slot, field, findings);
  if (field.kind === 'cells') return cellsOf(slot, field, findings);
  if (field.kind === 'table') return tableOf(slot, field, findings);
  if (field.kind === 'choice') return axesOf(slot, field, findings);
  if (field.kind === 'rates') return ratesOf(slot, findings);
  if (field.kind === 'log') return logsOf(slot, field, findings);
  if (field.kind === 'claims') return claimsOf(slot, field, findings);
  if (field.kind === 'derivation') return derivationsOf(slot, findings);
  if (field.kind === 'pairs') return pairsOf(slot, findings);
  if (field.kind === 'weights') return weightsOf(slot, findings);
  return field.kind === 'person' ? proseOf(slot, findings) : [];
}

/** A table as a table, as a list of its rows, or as a sentence. */
function tableOf(slot: Slot, field: TableField, findings: Findings): Candidate[] {
  const tables = tablesOf(slot, field, findings);
  if (tables.length > 0) return tables;
  const records = recordsOf(slot, field, findings);
  return records.length > 0 ? records : saidRowsOf(slot, field, findings);
}
