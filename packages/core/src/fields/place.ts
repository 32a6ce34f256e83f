import type { FieldOf, PlaceAnswer } from '@cmto/contract';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { FieldContext, FieldKind } from './field-context.ts';
import { invalid, renderFieldset } from './frame.ts';
import { formatNumber, readNumber } from './number-text.ts';

export { placeStyles as styles } from './place.styles.ts';

type Place = FieldContext<FieldOf<'place'>>;
type Axis = 'lat' | 'lon';
interface PlaceState {
  asking: boolean;
  failed: boolean;
}

const placeOf = ({ value }: Place): PlaceAnswer =>
  typeof value === 'object' && !Array.isArray(value) ? (value as PlaceAnswer) : {};

/** A metre or so: more digits would claim what no telephone knows. */
const roundAngle = (angle: number): number => Math.round(angle * 100_000) / 100_000;

const stateOf = (context: Place): PlaceState => context.state(() => ({ asking: false, failed: false }));

const boxIn = (root: Element, part: keyof PlaceAnswer): HTMLInputElement =>
  root.querySelector(`[data-part="${part}"]`)!;

const commit = (context: Place, root: Element): void => {
  const decimal = context.t('field.decimal');
  const address = boxIn(root, 'address').value;
  const lat = readNumber(boxIn(root, 'lat').value, decimal);
  const lon = readNumber(boxIn(root, 'lon').value, decimal);
  const place = {
    ...(address ? { address } : {}),
    ...(lat === undefined ? {} : { lat }),
    ...(lon === undefined ? {} : { lon }),
  };
  // A coordinate that is no number stays as typed, for the rules to name.
  context.set(Object.keys(place).length > 0 ? (place as PlaceAnswer) : undefined);
  context.requestUpdate();
};

const setPoint = (context: Place, root: Element, point: { lat: number; lon: number } | undefined): void => {
  const decimal = context.t('field.decimal');
  for (const axis of ['lat', 'lon'] as const)
    boxIn(root, axis).value = formatNumber(point && roundAngle(point[axis]), decimal);
  commit(context, root);
};

const askPosition = async (context: Place, root: Element): Promise<void> => {
  const state = stateOf(context);
  if (state.asking) return;
  Object.assign(state, { asking: true, failed: false });
  context.requestUpdate();
  try {
    setPoint(context, root, await context.services.position());
    context.announce(context.t('field.place-found'));
  } catch {
    state.failed = true;
    context.announce(context.t('field.place-failed'));
  }
  state.asking = false;
  context.requestUpdate();
};

const renderCoordinate = (context: Place, axis: Axis): TemplateResult =>
  html`<label class="place-axis"
    >${context.t(`field.${axis}`)}<input
      class="short"
      name="${context.id}-${axis}"
      data-part=${axis}
      inputmode="decimal"
      autocomplete="off"
      value=${formatNumber(placeOf(context)[axis], context.t('field.decimal'))}
  /></label>`;

const renderPoint = (context: Place): unknown => {
  const { lat, lon } = placeOf(context);
  const { t } = context;
  if (typeof lat !== 'number' || typeof lon !== 'number') return nothing;
  const remove = (event: Event): void => {
    const root = (event.currentTarget as Element).closest('.place')!;
    setPoint(context, root, undefined);
    context.announce(t('field.place-removed'));
    root.querySelector<HTMLElement>('.place-ask')?.focus();
  };
  const decimal = t('field.decimal');
  return html`<p class="place-point">
    ${t('field.place-point', { lat: formatNumber(lat, decimal), lon: formatNumber(lon, decimal) })}
    <button type="button" class="button plain" @click=${remove}>${t('field.place-remove')}</button>
  </p>`;
};

/** A place told in words, as a point, or both. The device is asked where it is only when the button is pressed. */
export const kind: FieldKind<FieldOf<'place'>> = {
  render(context) {
    const { id, t } = context;
    const { asking, failed } = stateOf(context);
    // What is wrong must be in sight.
    const opened = context.error !== undefined && ('lat' in placeOf(context) || 'lon' in placeOf(context));
    const rootOf = (event: Event): Element => (event.currentTarget as Element).closest('.place')!;
    return renderFieldset(
      context,
      'group',
      html`<div class="place" @input=${(event: Event) => commit(context, rootOf(event))}>
        <label class="place-address" for=${id}>${t('field.address')}</label>
        <input
          id=${id}
          name=${id}
          data-part="address"
          autocomplete="street-address"
          value=${placeOf(context).address ?? ''}
          aria-invalid=${invalid(context)}
        />
        <button
          type="button"
          class="button outline place-ask"
          @click=${(event: Event) => void askPosition(context, rootOf(event))}
        >
          ${t(asking ? 'field.place-asking' : 'field.place-ask')}
        </button>
        ${failed ? html`<p class="place-failed">${t('field.place-failed')}</p>` : nothing} ${renderPoint(context)}
        <details ?open=${opened}>
          <summary>${t('field.coordinates')}</summary>
          <div class="place-axes">${renderCoordinate(context, 'lat')}${renderCoordinate(context, 'lon')}</div>
        </details>
      </div>`,
    );
  },
};
