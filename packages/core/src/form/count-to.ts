/** The whole numbers from 0, `count` of them. Not by `Array.from`: old libraries put one of their own in its place. */
export const countTo = (count: number): number[] => {
  const numbers: number[] = [];
  for (let number = 0; number < count; number += 1) numbers.push(number);
  return numbers;
};
