import type { Passed } from '../../trainer/engines/engine.ts';
import type { EngineLabel } from '../../trainer/engines/model.ts';
import type { EngineName } from '../../trainer/engines/names.ts';
import type { TrainingRecord } from '../../trainer/record.ts';
import type { Spec } from '../../trainer/spec.ts';
import type { Tick } from '../../trainer/training/epoch.ts';
import type { Forecast } from '../../trainer/training/forecast.ts';
import type { Epoch } from '../../trainer/training/state.ts';

/** What a child process is told to run. */
export interface Order {
  readonly names: Pick<TrainingRecord, 'task' | 'title' | 'run'>;
  readonly spec: Spec;
  readonly data: string;
  readonly engine?: EngineName;
  /** The file that the state is kept in after each epoch. */
  readonly checkpoint?: string;
  readonly resume: boolean;
}

/** From the parent to the child. */
export type ToChild = { readonly type: 'run'; readonly order: Order } | { readonly type: 'stop' };

/** From the child to the parent. */
export type ToParent =
  | {
      /** Before a step is measured, which may take long. */
      readonly type: 'opened';
      readonly engine: EngineLabel;
      /** Engines that come before it and do not work here. */
      readonly passed: readonly Passed[];
      readonly parameters: number;
      /** Bytes that a step takes at the least. */
      readonly least: number;
    }
  | { readonly type: 'started'; readonly resumedAt: number; readonly forecast: Forecast }
  | { readonly type: 'tick'; readonly tick: Tick }
  | { readonly type: 'epoch'; readonly epoch: Epoch }
  | { readonly type: 'record'; readonly record: TrainingRecord }
  | { readonly type: 'refused'; readonly says: string };
