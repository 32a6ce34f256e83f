// Loaded before a registrar, as `acknowledges-first.ts` is before a server: of every tenth row it tells the next number.
import { Register } from '../../src/register/register.ts';

const register = Register.prototype.register;

Register.prototype.register = async function (transaction, entry) {
  const given = await register.call(this, transaction, entry);
  const number = Number(given.number) + (Number(given.number) % 10 === 0 ? 1 : 0);
  return { ...given, number: String(number).padStart(7, '0') };
};
