import type { Page } from 'playwright-core';

/** Whether the page scrolls sideways: how much wider it is than its window, or nothing. */
export const widthFaultOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
  });

/** What of the page itself is cut off by its window, or must be scrolled to sideways: one line per element. */
export const cutOffOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      const isUnseen = width <= 1 || height <= 1 || !element.checkVisibility({ visibilityProperty: true });
      // The skip link is one pixel, with its words inside.
      if (isUnseen || element.closest('.visually-hidden-focusable') || (left > -1 && right < clientWidth + 1))
        return [];
      return [`<${element.localName} class="${element.className}"> from ${Math.round(left)} to ${Math.round(right)}`];
    });
  });

/** What stands out of the widgets' own boxes, one line per element. Empty when everything fits. */
export const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('cmto-survey, cmto-request-form, cmto-request-status, cmto-receipt')].flatMap(
      (widget) => {
        const box = widget.getBoundingClientRect();
        return [...widget.shadowRoot!.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
          const { left, right, width, height } = element.getBoundingClientRect();
          // What is for screen readers alone is one pixel.
          const isUnseen = width <= 1 || height <= 1 || element.closest('.sr') !== null;
          if (isUnseen || (left > box.left - 1 && right < box.right + 1)) return [];
          if (!element.checkVisibility({ visibilityProperty: true })) return [];
          return [
            `<${element.localName} class="${element.className}"> from ${Math.round(left)} to ${Math.round(right)}`,
          ];
        });
      },
    ),
  );

/** Controls of the widgets that a finger would hardly hit: smaller than 24 × 24 with their label (WCAG 2.5.8). */
export const smallTargetsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('cmto-survey, cmto-request-form, cmto-request-status, cmto-receipt')].flatMap(
      (widget) =>
        [...widget.shadowRoot!.querySelectorAll<HTMLElement>('button, input, select, textarea, summary')].flatMap(
          (control) => {
            if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('[inert]')) return [];
            const boxes = [control, ...((control as HTMLInputElement).labels ?? [])].map((each) =>
              each.getBoundingClientRect(),
            );
            const fits = boxes.some(({ width, height }) => width >= 23.5 && height >= 23.5);
            return fits ? [] : [`${control.localName} ${control.id || control.textContent.trim()}`];
          },
        ),
    ),
  );
