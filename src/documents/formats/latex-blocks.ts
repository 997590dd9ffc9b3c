import { aboutFile, type Complaint } from '../../records/complaint.ts';
import { type Block, placer } from '../document.ts';
import { PassageWriter } from '../passage.ts';
import { expanded, type Macro } from './macros.ts';

/** The blocks and complaints that a walk over LaTeX writes down. */
export class LatexBlocks {
  readonly blocks: Block[] = [];
  readonly complaints: Complaint[] = [];
  protected readonly source: string;
  protected readonly file: string;
  protected readonly macros = new Map<string, Macro>();
  protected out = new PassageWriter();
  protected marker: string | undefined;
  private readonly place: ReturnType<typeof placer>;

  constructor(source: string, file: string) {
    this.source = source;
    this.file = file;
    this.place = placer({ sources: [{ text: source }] });
  }

  complain(at: number, says: string, mend: string): void {
    if (this.complaints.length < 20)
      this.complaints.push({ ...aboutFile(this.file, says, mend), ...this.place(0, at) });
  }

  /** What was written since is a paragraph. */
  flush(): void {
    const passage = this.taken();
    if (passage.text.replace(/[\ue000-\ue003\s]/g, '') !== '') this.add({ kind: 'prose', passage });
  }

  /** What was written since. */
  protected taken() {
    const passage = this.out.passage();
    this.out = new PassageWriter();
    return passage;
  }

  protected add(block: Omit<Block, 'source'>): void {
    const marker = this.marker;
    this.marker = undefined;
    this.blocks.push({ ...block, passage: expanded(block.passage, this.macros), ...(marker && { marker }), source: 0 });
  }
}
