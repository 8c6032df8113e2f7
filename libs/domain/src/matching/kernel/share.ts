type Numbers = Float64Array | Float32Array | Uint32Array | Int32Array;

const isNumbers = (value: unknown): value is Numbers =>
  value instanceof Float64Array ||
  value instanceof Float32Array ||
  value instanceof Uint32Array ||
  value instanceof Int32Array;

const mapped = (value: unknown, use: (numbers: Numbers) => Numbers): unknown => {
  if (isNumbers(value)) return use(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, use));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, use)]));
};

/**
 * A copy of plain data whose numbers lie in one piece of shared memory: sent to another thread, it is not copied again.
 *
 * @param parts plain objects and lists with typed arrays in them
 */
export function inSharedMemory<T>(parts: T): { readonly memory: SharedArrayBuffer; readonly parts: T } {
  let bytes = 0;
  mapped(parts, (numbers) => {
    bytes += aligned(numbers.byteLength);
    return numbers;
  });
  const memory = new SharedArrayBuffer(bytes);
  let from = 0;
  const shared = mapped(parts, (numbers) => {
    const make = numbers.constructor as new (
      memory: SharedArrayBuffer,
      from: number,
      length: number,
    ) => Numbers;
    const copy = new make(memory, from, numbers.length);
    copy.set(numbers);
    from += aligned(numbers.byteLength);
    return copy;
  });
  return { memory, parts: shared as T };
}

/** Numbers of 8 bytes begin at a multiple of 8. */
const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;
