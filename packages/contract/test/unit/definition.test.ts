import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkDefinition, type Condition, type Field, type Form, type SurveyFile, surveyOfFile } from '@cmto/contract';
import { readSurveyFile } from '@cmto/contract/schemas';
import { aField, aForm, aSurvey, fixedSeed, formArbitrary, jsonArbitrary } from '@cmto/contract/testing';
import fc from 'fast-check';

const found = (over: Partial<SurveyFile>): string[] =>
  checkDefinition({ ...aSurvey(), ...over } as SurveyFile).map(
    ({ pointer, code, severity }) => `${severity} ${code} ${pointer}`,
  );
const inForm = (...fields: Field[]): string[] => found({ form: aForm(...fields) });
const seen = (visibleIf: Condition) => aField('text', { id: 'dopo', visibleIf });
const at = '/form/pages/0/fields';

describe('ids and values', () => {
  it('are unique where they are looked up', () => {
    assert.deepEqual(inForm(aField('text'), aField('date')), [`error definition.duplicate-id ${at}/1/id`]);
    const twice: Form = {
      pages: [
        { id: 'p', fields: [aField('text')] },
        { id: 'p', fields: [aField('text', { id: 'b' })] },
      ],
    };
    assert.deepEqual(found({ form: twice }), ['error definition.duplicate-id /form/pages/1/id']);
    const options = [
      { value: 'a', label: 'A' },
      { value: 'a', label: 'B' },
    ];
    assert.deepEqual(inForm(aField('choice', { options })), [
      `error definition.duplicate-value ${at}/0/options/1/value`,
    ]);
    assert.deepEqual(inForm(aField('matrix', { columns: options })), [
      `error definition.duplicate-value ${at}/0/columns/1/value`,
    ]);
  });
  it('of a row may hide one outside, which is told', () => {
    const group = aField('group', { id: 'righe', fields: [aField('text'), aField('text', { id: 'b' })] });
    assert.deepEqual(inForm(aField('text'), group), [`warning definition.shadowed-id ${at}/1/fields/0/id`]);
    const twice = aField('group', { id: 'righe', fields: [aField('text', { id: 'b' }), aField('text', { id: 'b' })] });
    assert.deepEqual(inForm(twice), [`error definition.duplicate-id ${at}/0/fields/1/id`]);
  });
});

describe('conditions', () => {
  it('look back only, so that none goes in a circle', () => {
    const one = aField('text', { id: 'uno', requiredIf: { field: 'due', op: 'answered' } });
    const two = aField('text', { id: 'due', visibleIf: { field: 'uno', op: 'answered' } });
    assert.deepEqual(inForm(one, two), [`error definition.forward-reference ${at}/0/requiredIf/field`]);
    const itself = inForm(aField('text'), seen({ field: 'dopo', op: 'answered' }));
    assert.deepEqual(itself, [`error definition.forward-reference ${at}/1/visibleIf/field`]);
    const page: Form = {
      pages: [{ id: 'p', visibleIf: { not: { field: 'campo', op: 'answered' } }, fields: [aField('text')] }],
    };
    assert.deepEqual(found({ form: page }), ['error definition.forward-reference /form/pages/0/visibleIf/not/field']);
  });
  it('name fields that are there and take answers', () => {
    assert.deepEqual(inForm(aField('text'), seen({ all: [{ any: [{ field: 'altro', op: 'answered' }] }] })), [
      `error definition.unknown-field ${at}/1/visibleIf/all/0/any/0/field`,
    ]);
    assert.deepEqual(inForm(aField('note', { id: 'nota' }), seen({ field: 'nota', op: 'answered' })), [
      `error definition.note-field ${at}/1/visibleIf/field`,
    ]);
  });
  it('look into a row from the same row only', () => {
    const inner = (visibleIf: Condition) =>
      aField('group', { id: 'righe', fields: [aField('text', { id: 'a' }), aField('text', { id: 'b', visibleIf })] });
    assert.deepEqual(
      inForm(
        aField('text'),
        inner({
          any: [
            { field: 'a', op: 'answered' },
            { field: 'campo', op: 'answered' },
          ],
        }),
      ),
      [],
    );
    assert.deepEqual(inForm(inner({ field: 'righe', op: 'answered' })), [
      `error definition.forward-reference ${at}/0/fields/1/visibleIf/field`,
    ]);
    assert.deepEqual(inForm(inner({ field: 'a', op: 'answered' }), seen({ field: 'a', op: 'answered' })), [
      `error definition.group-field ${at}/1/visibleIf/field`,
    ]);
    assert.deepEqual(inForm(aField('group', { id: 'righe' }), seen({ field: 'righe', op: 'answered' })), []);
  });
  it('stand on options and on what is required, too', () => {
    const options = [{ value: 'a', label: 'A', visibleIf: { field: 'x', op: 'answered' } as const }];
    assert.deepEqual(inForm(aField('choice', { options, requiredIf: { field: 'y', op: 'answered' } })), [
      `error definition.unknown-field ${at}/0/requiredIf/field`,
      `error definition.unknown-field ${at}/0/options/0/visibleIf/field`,
    ]);
  });
  it('need a value to compare with, and one that can be', () => {
    const choice = aField('choice');
    assert.deepEqual(inForm(choice, seen({ field: 'campo', op: 'equals' })), [
      `error definition.condition-value ${at}/1/visibleIf`,
    ]);
    const never = [`warning definition.condition-never ${at}/1/visibleIf`];
    assert.deepEqual(inForm(choice, seen({ field: 'campo', op: 'equals', value: 'o9' })), never);
    assert.deepEqual(inForm(choice, seen({ field: 'campo', op: 'greater', value: 'o1' })), never);
    assert.deepEqual(inForm(aField('choices'), seen({ field: 'campo', op: 'equals', value: 'o1' })), never);
    assert.deepEqual(inForm(aField('choices'), seen({ field: 'campo', op: 'includes', value: 'o1' })), []);
    assert.deepEqual(inForm(aField('scale'), seen({ field: 'campo', op: 'equals', value: '3' })), never);
    assert.deepEqual(inForm(aField('number'), seen({ field: 'campo', op: 'less', value: 3 })), []);
    assert.deepEqual(inForm(aField('date'), seen({ field: 'campo', op: 'less', value: '2026-01-01' })), []);
    assert.deepEqual(inForm(aField('yes-no'), seen({ field: 'campo', op: 'equals', value: false })), []);
  });
});

describe('settings', () => {
  const wrong: [Field, string][] = [
    [aField('scale', { min: 5, max: 1 }), 'error definition.bounds max'],
    [aField('scale', { min: 3, max: 3 }), 'error definition.bounds max'],
    [aField('scale', { min: 0, max: 100 }), 'warning definition.long-scale '],
    [aField('number', { min: 2, max: 1 }), 'error definition.bounds max'],
    [aField('date', { min: '2026-02-01', max: '2026-01-01' }), 'error definition.bounds max'],
    [aField('time', { min: '18:00', max: '08:00' }), 'error definition.bounds max'],
    [aField('text', { minLength: 9, maxLength: 3 }), 'error definition.bounds maxLength'],
    [aField('choices', { minSelected: 2, maxSelected: 1 }), 'error definition.bounds maxSelected'],
    [aField('choices', { minSelected: 4 }), 'error definition.bounds minSelected'],
    [aField('choices', { maxSelected: 0 }), 'error definition.bounds maxSelected'],
    [aField('ranking', { minRanked: 4 }), 'error definition.bounds minRanked'],
    [aField('ranking', { other: true }), 'warning definition.no-effect other'],
    [aField('file', { accept: ['.pdf', '.svg'] }), 'warning definition.no-effect accept/1'],
    [aField('file', { accept: ['image/*', 'text/html'] }), 'warning definition.no-effect accept/1'],
    [aField('group', { minRows: 3, maxRows: 2 }), 'error definition.bounds maxRows'],
    [
      aField('choice', { options: [{ value: 'a', label: 'A', exclusive: true }] }),
      'warning definition.no-effect options/0/exclusive',
    ],
  ];
  for (const [field, expected] of wrong) {
    it(`${field.type}: ${expected.trim()}`, () => {
      const [severity, code, key] = expected.split(' ');
      assert.deepEqual(inForm(field), [`${severity} ${code} ${at}/0${key ? `/${key}` : ''}`]);
    });
  }
  it('that agree are left in peace', () => {
    assert.deepEqual(inForm(aField('choices', { minSelected: 4, other: true })), []);
    assert.deepEqual(inForm(aField('number', { min: 1, max: 1 })), []);
  });
  it('of a page that may show nothing are doubted', () => {
    const form: Form = {
      pages: [
        { id: 'a', fields: [aField('text')] },
        { id: 'b', fields: [seen({ field: 'campo', op: 'answered' })] },
      ],
    };
    assert.deepEqual(found({ form }), ['warning definition.empty-page /form/pages/1']);
  });
});

describe('texts', () => {
  it('are there in the first language', () => {
    assert.deepEqual(found({ title: { en: 'Title' } }), ['error definition.missing-text /title']);
    assert.deepEqual(found({ languages: ['it', 'it'] }), ['error definition.duplicate-language /languages/1']);
  });
  it('that lack a translation are told once for each language', () => {
    const issues = checkDefinition({ ...aSurvey({ title: { it: 'T' }, thanks: { it: 'G' } }) } as SurveyFile);
    assert.deepEqual(
      issues.map(({ code, pointer }) => `${code} ${pointer}`),
      ['definition.missing-translation /title'],
    );
    assert.match(issues[0]!.message, /en is missing here and at 1 other/);
  });
  it('quote earlier answers only', () => {
    assert.deepEqual(inForm(aField('text'), aField('note', { id: 'nota', text: 'Grazie, {{ campo }}' })), []);
    assert.deepEqual(inForm(aField('note', { id: 'nota', text: 'Grazie, {{campo}}' }), aField('text')), [
      `error definition.quote ${at}/0/text`,
    ]);
    const group = aField('group', {
      id: 'righe',
      fields: [aField('text', { id: 'a' }), aField('text', { id: 'b', label: '{{a}}' })],
    });
    assert.deepEqual(inForm(group), []);
    assert.deepEqual(inForm(group, aField('text', { label: '{{a}}' })), [`error definition.quote ${at}/1/label`]);
  });
  it('link to safe places only', () => {
    assert.deepEqual(found({ intro: '[a](https://a.it) [b](mailto:a@b.it) [c](tel:+39)' }), []);
    for (const href of ['javascript:alert(1)', 'JAVASCRIPT:x', 'data:x', '/x', '//a.it', 'ftp://a.it', '']) {
      assert.deepEqual(found({ intro: { it: 'x', en: `[a](${href})` } }), ['error definition.link /intro'], href);
    }
  });
});

describe('terms', () => {
  it('that are not built yet are refused by name', () => {
    const named = (over: Partial<SurveyFile>): string[] =>
      checkDefinition({ ...aSurvey({ attribution: 'confidential' }), ...over } as SurveyFile).map(
        ({ message }) => message,
      );
    assert.deepEqual(named({ access: 'invitation' }), ['access “invitation” is not built yet']);
    for (const identity of ['email', 'eid', 'municipality'] as const)
      assert.deepEqual(named({ identity }), [`identity “${identity}” is not built yet`]);
    assert.deepEqual(named({ attribution: 'institutional' }), ['attribution “institutional” is not built yet']);
  });
  it('anonymous goes with no identity only', () => {
    assert.deepEqual(found({ identity: 'email' }), [
      'error definition.not-built /identity',
      'error definition.anonymous-identity /attribution',
    ]);
    assert.deepEqual(found({ identity: 'none' }), []);
  });
  it('identity “anonymous” is shorthand, and contradicts nothing', () => {
    const { access: _, attribution: __, ...rest } = aSurvey();
    const file: SurveyFile = { ...rest, identity: 'anonymous' };
    assert.deepEqual(checkDefinition(file), []);
    assert.deepEqual(surveyOfFile(file, 3), { ...aSurvey(), version: 3 });
    assert.deepEqual(found({ identity: 'anonymous', attribution: 'confidential' }), [
      'error definition.shorthand /identity',
    ]);
  });
  it('close after they open', () => {
    assert.deepEqual(found({ opensAt: '2026-02-01T00:00:00Z', closesAt: '2026-01-01T00:00:00Z' }), [
      'error definition.dates /closesAt',
    ]);
    assert.deepEqual(found({ graceMinutes: 10 }), ['warning definition.no-effect /graceMinutes']);
  });
  it('warn where an anonymous answer would tell who gave it', () => {
    const role = aField('choice', { id: 'ruolo', label: 'In quale ruolo risponde?' });
    assert.deepEqual(inForm(role, aField('municipality')), [`warning definition.singles-out ${at}/1`]);
    assert.deepEqual(inForm(aField('choice', { id: 'tema' }), aField('municipality')), []);
    assert.deepEqual(inForm(aField('email')), [`warning definition.anonymous-identifying ${at}/0`]);
    assert.deepEqual(found({ attribution: 'confidential', form: aForm(aField('email')) }), []);
  });
});

describe('the warning that a municipality and a role single a person out', () => {
  const roles = (...values: string[]): Field =>
    aField('choice', { id: 'ruolo', options: values.map((value) => ({ value, label: value })) });
  const isWarned = (...fields: Field[]): boolean =>
    inForm(...fields).some((line) => line.includes('definition.singles-out'));
  const hiddenFrom = (...values: string[]): Field =>
    aField('municipality', {
      visibleIf: {
        all: [
          { field: 'ruolo', op: 'answered' },
          { not: { any: values.map((value) => ({ field: 'ruolo', op: 'equals', value })) } },
        ],
      },
    });

  it('is not given where who holds an office is not asked for the municipality', () => {
    const asked = roles('sindaco', 'tecnico', 'sindacato', 'cittadino');
    assert.equal(isWarned(asked, aField('municipality')), true);
    assert.equal(isWarned(asked, hiddenFrom('sindaco', 'tecnico')), false);
    assert.equal(isWarned(asked, hiddenFrom('tecnico')), true, 'the mayor is still asked');
    assert.equal(isWarned(asked, aField('municipality', { visibleIf: { field: 'ruolo', op: 'answered' } })), true);
  });

  it('looks at the page, too, and at a role that is asked only of those who named no municipality', () => {
    const asked = roles('sindaco', 'cittadino');
    const citizens = { field: 'ruolo', op: 'equals', value: 'cittadino' } as const;
    const pages = (visibleIf: Condition | undefined): Form => ({
      pages: [
        { id: 'chi', fields: [asked] },
        { id: 'dove', ...(visibleIf ? { visibleIf } : {}), fields: [aField('municipality')] },
      ],
    });
    assert.deepEqual(found({ form: pages(citizens) }), []);
    assert.equal(found({ form: pages(undefined) }).length, 1);
    const place = aField('municipality', { id: 'comune' });
    const later = { ...asked, visibleIf: { field: 'comune', op: 'not-answered' } } as Field;
    assert.equal(isWarned(place, later), false);
    const both = { ...asked, visibleIf: { field: 'comune', op: 'equals', value: '001272' } } as Field;
    assert.equal(isWarned(place, both), true);
  });

  it('is not given for a question that is asked of an office, or names functions among its answers', () => {
    const asked = roles('sindaco', 'cittadino');
    const zones = aField('choice', {
      id: 'territorio',
      options: [{ value: 'valli', label: 'Valli', visibleIf: { field: 'ruolo', op: 'equals', value: 'sindaco' } }],
    });
    const forms = aField('choice', { id: 'forma', options: [{ value: 'a', label: 'Funzioni svolte insieme' }] });
    assert.equal(isWarned(asked, hiddenFrom('sindaco'), zones, forms), false);
  });

  it('is given where it hangs on another answer', () => {
    const asked = roles('sindaco', 'cittadino');
    const other = aField('yes-no', { id: 'altro' });
    const place = aField('municipality', { visibleIf: { field: 'altro', op: 'equals', value: true } });
    assert.equal(isWarned(asked, other, place), true);
  });
});

describe('readSurveyFile', () => {
  const errorsOf = (value: unknown): string[] => {
    const read = readSurveyFile(value);
    return 'errors' in read ? read.errors.map(({ pointer, message }) => `${pointer} ${message}`) : [];
  };
  const changed = (change: (file: Record<string, never>) => void): unknown => {
    const file = JSON.parse(
      JSON.stringify(aSurvey({ form: aForm(aField('choice'), seen({ all: [{ field: 'campo', op: 'answered' }] })) })),
    ) as Record<string, never>;
    change(file);
    return file;
  };
  const field = (file: unknown, index: number): Record<string, unknown> =>
    (file as { form: Form }).form.pages[0]!.fields[index] as never;

  it('gives the place of each thing that is wrong', () => {
    const cases: [(file: never) => void, RegExp][] = [
      [(file) => Object.assign(file, { slug: 'Prova!' }), /^\/slug does not match/],
      [(file) => Object.assign(file, { colour: 'red' }), /^\/colour unknown key$/],
      [(file) => delete (file as { title?: string }).title, /^\/title missing/],
      [(file) => delete field(file, 0)['options'], /options missing: array expected$/],
      [(file) => (field(file, 0)['type'] = 'chioce'), /fields\/0\/type "chioce" is not known here$/],
      [(file) => (field(file, 0)['label'] = 3), /fields\/0\/label string expected, a number found$/],
      [(file) => (field(file, 0)['label'] = { it: '' }), /fields\/0\/label\/it too short: at least 1$/],
      [(file) => (field(file, 0)['requird'] = true), /fields\/0\/requird unknown key$/],
      [(file) => (field(file, 0)['id'] = '__proto__'), /fields\/0\/id does not match/],
      [(file) => (field(file, 0)['id'] = 'constructor'), /fields\/0\/id reserved name$/],
      [(file) => (field(file, 0)['options'] = [{ value: ' a', label: 'A' }]), /options\/0\/value must have no spaces/],
      [(file) => (field(file, 0)['messages'] = { 'answer.requird': 'x' }), /messages\/answer.requird unknown key$/],
      [
        (file) => ((field(file, 1)['visibleIf'] as { all: object[] }).all[0] = { field: 'campo', op: 'is' }),
        /visibleIf\/all\/0\/op "is" is not known: one of "equals"/,
      ],
      [
        (file) =>
          ((field(file, 1)['visibleIf'] as { all: object[] }).all[0] = { field: 'campo', op: 'equals', valeu: 1 }),
        /visibleIf\/all\/0\/valeu unknown key$/,
      ],
      [(file) => Object.assign(file, { opensAt: '20/11/2026' }), /^\/opensAt is not an instant in UTC/],
      [
        (file) => Object.assign(file, { privacy: { notice: 'x', retentionDays: '30' } }),
        /^\/privacy\/retentionDays number expected, a string found$/,
      ],
    ];
    for (const [change, expected] of cases) {
      const errors = errorsOf(changed(change as never));
      assert.equal(errors.length, 1, errors.join('\n'));
      assert.match(errors[0]!, expected);
    }
  });
  it('gives all of them at once', () => {
    const errors = errorsOf(changed((file) => Object.assign(file, { slug: '', languages: [], x: 1 })));
    assert.equal(errors.length, 3);
  });
  it('passes on the warnings of a file that may be imported', () => {
    const read = readSurveyFile(changed(() => undefined));
    assert.ok(read.file);
    assert.deepEqual(read.warnings, []);
  });
  it('refuses conditions nested without end, and own keys that reach a prototype', () => {
    let deep: object = { field: 'campo', op: 'answered' };
    for (let level = 0; level < 10_000; level += 1) deep = { not: deep };
    assert.match(errorsOf(changed((file) => (field(file, 1)['visibleIf'] = deep)))[0]!, /nested more than/);
    const hostile: unknown = JSON.parse(JSON.stringify(aSurvey()).replace('"slug"', '"__proto__":{"x":1},"slug"'));
    assert.deepEqual(errorsOf(hostile), ['/__proto__ unknown key']);
  });
  it('takes any JSON without an exception', () => {
    fc.assert(
      fc.property(jsonArbitrary, fc.constantFrom('form', 'title', 'privacy', 'languages', ''), (value, key) => {
        const file = key === '' ? value : { ...aSurvey(), [key]: value };
        assert.ok(readSurveyFile(file) !== undefined);
      }),
      fixedSeed(1000),
    );
  });
  it('takes every form the generator makes, so the property tests are about forms that can be published', () => {
    fc.assert(
      fc.property(formArbitrary, (form) => {
        const read = readSurveyFile(JSON.parse(JSON.stringify(aSurvey({ form }))));
        assert.deepEqual('errors' in read ? read.errors : [], []);
      }),
      fixedSeed(500),
    );
  });
  it('takes the demo’s own files', () => {
    const folder = new URL('../../../../demo/surveys/', import.meta.url);
    for (const name of readdirSync(folder)) {
      const read = readSurveyFile(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      assert.deepEqual('errors' in read ? read.errors : [], [], name);
    }
  });
});
