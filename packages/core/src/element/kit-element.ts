import { render } from 'lit-html';
import { adoptStyles } from '../styles/adopt-styles.ts';

/** One property that an attribute sets. */
export interface Property {
  readonly attribute: string;
  /** Reads the attribute: `String`, `Number`, `Boolean` (true when it is there), or a function of its own. */
  readonly type: (text: string) => unknown;
  /** The value while the property is unset, or the attribute gone. */
  readonly initial: unknown;
}

/**
 * What our elements need of a base, and no more: properties set by attributes, one update for all that changed in a
 * task, a shadow root whose style sheets all elements share. A subclass says what is in it by `render`.
 */
export abstract class KitElement extends HTMLElement {
  static readonly properties: { readonly [name: string]: Property } = {};
  static readonly styles: readonly string[] = [];

  /** Asked for by the browser once, when the class is defined: the accessors are made then. */
  static get observedAttributes(): string[] {
    return Object.entries(this.properties).map(([name, { attribute, initial }]) => {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: KitElement) {
          return this.#values.get(name);
        },
        set(this: KitElement, given: unknown) {
          const value = given ?? initial;
          if (Object.is(value, this.#values.get(name))) return;
          this.#values.set(name, value);
          this.#changed.add(name);
          this.requestUpdate();
        },
      });
      return attribute;
    });
  }

  /** A declarative one is emptied and taken over. */
  readonly renderRoot: ShadowRoot = this.attachShadow({ mode: 'open' });
  readonly #values = new Map<string, unknown>();
  #changed = new Set<string>();
  #isDue = false;
  #begin!: () => void;
  #updated = new Promise<void>((resolve) => (this.#begin = resolve));

  constructor() {
    super();
    const { properties, styles } = this.constructor as typeof KitElement;
    adoptStyles(this.renderRoot, ...styles);
    for (const [name, { initial }] of Object.entries(properties)) {
      this.#values.set(name, initial);
      // What was set before the class was here hides the accessor.
      const own = Object.getOwnPropertyDescriptor(this, name);
      if (own && delete this[name as never]) this[name as never] = own.value as never;
    }
    this.requestUpdate();
  }

  /** Fulfilled once all that was asked for is rendered, first when the element is on a page; never rejected. */
  get updateComplete(): Promise<void> {
    return this.#updated;
  }

  connectedCallback(): void {
    this.#begin();
  }

  attributeChangedCallback(attribute: string, _: unknown, text: string | null): void {
    for (const [name, property] of Object.entries((this.constructor as typeof KitElement).properties)) {
      if (property.attribute !== attribute) continue;
      this[name as never] = (text === null ? undefined : property.type === Boolean || property.type(text)) as never;
    }
  }

  /** Renders anew, once, before the browser paints. */
  requestUpdate(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#updated = this.#updated.then(() => this.#update());
  }

  /** Before rendering: what it changes is rendered with the rest. */
  protected willUpdate?(changed: ReadonlySet<string>): void;
  protected abstract render(): unknown;
  /** After rendering: what it changes is rendered next. */
  protected updated?(): void;

  #update(): void {
    const changed = this.#changed;
    this.#changed = new Set();
    try {
      this.willUpdate?.(changed);
      const content = this.render();
      this.#isDue = false;
      render(content, this.renderRoot);
      this.updated?.();
    } catch (error) {
      // An exception here would be one on somebody else's page.
      this.#isDue = false;
      console.error(error);
    }
  }
}
