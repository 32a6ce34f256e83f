import { adoptStyles } from '@cmto/core/styles/adopt-styles';
import { baseStyles } from '@cmto/core/styles/base.styles';
import { render } from 'lit-html';
import { placeStyles } from './place.styles.ts';

/**
 * A place of ours in the page's own document: an element that is nothing to the page's styles and scripts, with what we
 * show in a shadow root. It is taken away with the tag.
 */
export class CommentPlace {
  readonly element: HTMLElement = document.createElement('span');
  readonly #root: ShadowRoot;

  /** `press`: the button in it was pressed. */
  constructor(kind: 'section' | 'passage', press: () => void) {
    this.element.setAttribute('data-cmto-place', kind);
    this.#root = this.element.attachShadow({ mode: 'open' });
    this.#root.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('button')) press();
    });
    adoptStyles(this.#root, baseStyles, placeStyles);
  }

  get button(): HTMLElement | undefined {
    return this.#root.querySelector('button') ?? undefined;
  }

  show(content: unknown): void {
    render(content, this.#root);
  }

  remove(): void {
    this.element.remove();
  }
}
