import type { Answering } from './answering.ts';
import type { openPage, Visit } from './browser.ts';
import type { Citizen } from './citizen.ts';
import { Keyboard } from './keyboard.ts';
import { KeyboardHand } from './keyboard-hand.ts';
import { overflowOf, widthFaultOf } from './layout.ts';
import { PointerHand } from './pointer-hand.ts';

/** How a person works the page, and in which languages: the first is left for the second on the way. */
export interface Way {
  readonly name: string;
  readonly languages: readonly ['it', 'en'] | readonly ['en', 'it'];
  readonly options?: Parameters<typeof openPage>[2];
  begin(visit: Visit, citizen: Citizen): Promise<Working>;
}

export interface Working {
  readonly hand: NonNullable<ConstructorParameters<typeof Answering>[2]>['hand'];
  /** Chooses a language in the widget itself. */
  switchTo(name: string): Promise<void>;
  /** What is wrong with a state of the page, beyond what is checked at the end. */
  faults(): Promise<string[]>;
}

export const byKeyboard: Way = {
  name: 'by keyboard alone',
  languages: ['it', 'en'],
  async begin({ page }) {
    const keyboard = await Keyboard.of(page);
    return {
      hand: (...with_) => new KeyboardHand(keyboard, ...with_),
      async switchTo(name) {
        const isIt = (button: { role: string; name: string; inWidget: boolean }): boolean =>
          button.inWidget && button.role === 'button' && button.name.toLowerCase() === name.toLowerCase();
        await keyboard.reachBack(name, isIt);
        await keyboard.press('Enter');
      },
      faults: async () => [...keyboard.unseen, ...keyboard.nameless],
    };
  },
};

export const byMouse: Way = {
  name: 'by mouse at 320 px',
  languages: ['en', 'it'],
  options: { width: 320, height: 640, locale: 'en-GB' },
  async begin({ page }, citizen) {
    return {
      hand: (...with_) => new PointerHand(...with_, 'click'),
      switchTo: (name) => citizen.press(name.toLowerCase()),
      faults: async () => [...(await widthFaultOf(page)), ...(await overflowOf(page))],
    };
  },
};
