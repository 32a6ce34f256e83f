// Decimal arithmetic on what was written: 0.1 + 0.2 is 0.3 here, with no tolerance.

type Scaled = readonly [digits: bigint, exponent: number];

const scaled = (value: number): Scaled => {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
};

const align = (values: readonly number[]): [digits: bigint[], exponent: number] => {
  const parts = values.map(scaled);
  const exponent = Math.min(0, ...parts.map(([, each]) => each));
  return [parts.map(([digits, each]) => digits * 10n ** BigInt(each - exponent)), exponent];
};

/** Exact sum of finite numbers as decimals, rounded once to the nearest number. */
export const decimalSum = (values: readonly number[]): number => {
  const plain = values.reduce((sum, value) => sum + value, 0);
  // Whole numbers add up exactly as they are.
  if (Number.isSafeInteger(plain) && values.every(Number.isSafeInteger)) return plain;
  const [digits, exponent] = align(values);
  return Number(`${digits.reduce((sum, each) => sum + each, 0n)}e${exponent}`);
};

/** Whether the exact decimal sum equals `total`. */
export const sumsTo = (values: readonly number[], total: number): boolean => {
  const [digits] = align([...values, -total]);
  return digits.reduce((sum, each) => sum + each, 0n) === 0n;
};

/** Whether `value` is `start` plus a whole number of steps, exactly. */
export const isStep = (value: number, start: number, step: number): boolean => {
  const [[value_ = 0n, start_ = 0n, step_ = 1n]] = align([value, start, step]);
  return (value_ - start_) % step_ === 0n;
};
