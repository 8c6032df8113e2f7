/** Type numbers of PostgreSQL's catalogue: pg_type.dat. */
const INT4 = 23;
const FLOAT4 = 700;
const HEAD = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const ROOM = 1 << 20;

/** A list as a full run tells it. */
interface List {
  readonly found: Int32Array;
  readonly bounds: Float64Array;
  readonly count: number;
}

/** Rows of number, id, int4[] and float4[] in PostgreSQL's binary COPY format. */
export class ListWriter {
  private bytes = Buffer.allocUnsafe(ROOM);
  private at = 0;

  constructor() {
    this.at = HEAD.copy(this.bytes);
  }

  add(number: number, id: string, { found, bounds, count }: List): void {
    this.makeRoom(128 + count * 16);
    this.at = this.bytes.writeInt16BE(4, this.at);
    this.int(4);
    this.int(number);
    this.int(16);
    this.at += this.bytes.write(id.replaceAll('-', ''), this.at, 'hex');
    this.array(INT4, count, (at) => this.int(found[at] ?? 0));
    this.array(FLOAT4, count, (at) => (this.at = this.bytes.writeFloatBE(bounds[at] ?? 0, this.at)));
  }

  /** What has been written since the last time. */
  taken(): Buffer {
    const part = this.bytes.subarray(0, this.at);
    this.bytes = Buffer.allocUnsafe(ROOM);
    this.at = 0;
    return part;
  }

  end(): Buffer {
    this.at = this.bytes.writeInt16BE(-1, this.at);
    return this.taken();
  }

  /** Dimensions, nulls, type, then length and first index of the only dimension; none at all where it is empty. */
  private array(type: number, count: number, each: (at: number) => void): void {
    this.int(count === 0 ? 12 : 20 + count * 8);
    this.int(count === 0 ? 0 : 1);
    this.int(0);
    this.int(type);
    if (count === 0) return;
    this.int(count);
    this.int(1);
    for (let at = 0; at < count; at += 1) {
      this.int(4);
      each(at);
    }
  }

  private int(value: number): void {
    this.at = this.bytes.writeInt32BE(value, this.at);
  }

  private makeRoom(bytes: number): void {
    if (this.at + bytes <= this.bytes.length) return;
    const wider = Buffer.allocUnsafe(this.bytes.length * 2);
    this.bytes.copy(wider, 0, 0, this.at);
    this.bytes = wider;
  }
}
