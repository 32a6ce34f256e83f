import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endsOf, isWhatItSays } from '../../src/rules/files/file-content.ts';
import { zipNames } from '../../src/rules/files/zip-names.ts';
import { isNamedAsTyped, mediaTypeOf } from '../../src/rules/files/file-kinds.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const says = (type: string, content: string): boolean => isWhatItSays(type, endsOf(latin(content)));

/** A ZIP file as far as its kind goes: a first local header, padding, and the list at the end. */
const aZip = (...names: string[]): string => {
  const uint16 = (value: number): string => String.fromCharCode(value & 0xff, value >> 8);
  const list = names.map((name) => `PK\x01\x02${'\0'.repeat(24)}${uint16(name.length)}${'\0'.repeat(16)}${name}`);
  return `PK\x03\x04${'\0'.repeat(26)}${'x'.repeat(200_000)}${list.join('')}PK\x05\x06${'\0'.repeat(18)}`;
};
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const odt = 'application/vnd.oasis.opendocument.text';

describe('isWhatItSays', () => {
  it('takes documents, pictures and tables whose bytes bear out their type', () => {
    assert.ok(says('application/pdf', '%PDF-1.7\n'));
    assert.ok(says('Application/PDF; version=1', '%PDF-1.7\n'));
    assert.ok(says('image/jpeg', '\xff\xd8\xff\xe0'));
    assert.ok(says('image/heic', '\0\0\0\x18ftypheic'));
    assert.ok(says(docx, aZip('[Content_Types].xml', 'word/document.xml')));
    assert.ok(says(odt, `PK\x03\x04${'\0'.repeat(26)}mimetype${odt}`));
    assert.ok(says('application/msword', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'));
    assert.ok(says('text/csv', 'comune;abitanti\r\nBrosso;400\r\n'));
    assert.ok(says('application/vnd.ms-excel', 'comune;abitanti\r\n'), 'what Windows calls a table as text');
    assert.ok(says('text/plain', 'MZ 3 è la mia zona, perché no?'));
    assert.ok(says('application/pkcs7-mime', '\x30\x82\x1f\x00'));
    assert.ok(says('text/plain', ''));
  });
  it('refuses what is not of the type it is sent under', () => {
    assert.ok(!says('application/pdf', '\x89PNG\r\n\x1a\n'));
    assert.ok(!says('image/png', '%PDF-1.7'));
    assert.ok(!says(docx, aZip('[Content_Types].xml', 'xl/workbook.xml')));
    assert.ok(!says(xlsx, aZip('[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin')), 'with macros');
    assert.ok(!says(docx, aZip('META-INF/MANIFEST.MF', 'Main.class')));
    assert.ok(!says('text/csv', 'a;b\0\x01\x02'));
    assert.ok(!says('text/plain', `${'testo '.repeat(1000)}\0`), 'bytes at the end count, too');
  });
  it('refuses what a browser or a desktop would run, under any name', () => {
    for (const page of [
      '<!DOCTYPE html>',
      '\xef\xbb\xbf \n<SCRIPT >',
      '<svg xmlns',
      '<?xml version="1.0"?>',
      '<?php ',
    ]) {
      assert.ok(!says('text/plain', page), page);
      assert.ok(!says('application/octet-stream', page), page);
    }
    assert.ok(!says('text/plain', '\xff\xfe<\0h\0t\0m\0l\0>\0'), 'in UTF-16');
    assert.ok(!says('application/octet-stream', 'MZ\x90\0\x03'));
    assert.ok(!says('application/octet-stream', '\x7fELF'));
    for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript'])
      assert.ok(!says(type, 'testo'), type);
  });
  it('is not kept busy by a list of contents that lies about the length of its names', () => {
    const entry = `PK\x01\x02${'\0'.repeat(24)}\xff\xff${'\0'.repeat(16)}`;
    const names = zipNames(latin(entry.repeat(2800)));
    assert.equal(names.length, 2800);
    assert.ok(names.every((name) => name.length <= 1000));
  });
  it('takes a type it does not know', () => {
    assert.ok(says('application/octet-stream', 'qualunque\0cosa'));
    assert.ok(says('audio/mpeg', 'ID3\x03'));
    assert.ok(says('', 'qualunque cosa'));
  });
});

describe('isNamedAsTyped', () => {
  it('wants the end of the name and the type to go together', () => {
    assert.ok(isNamedAsTyped('Nota.PDF', 'application/pdf'));
    assert.ok(isNamedAsTyped('tabella.csv', 'application/vnd.ms-excel'));
    assert.ok(isNamedAsTyped('senza estensione', 'image/png'));
    assert.ok(isNamedAsTyped('rilievo.dwg', 'application/octet-stream'));
    assert.ok(!isNamedAsTyped('Nota.pdf', 'text/plain'));
    assert.ok(!isNamedAsTyped('foto.png', ''));
    for (const name of ['a.html', 'a.SVG', 'nota.pdf.exe', 'macro.docm'])
      assert.ok(!isNamedAsTyped(name, 'application/octet-stream'), name);
  });
  it('goes by the name that a desktop makes of it', () => {
    for (const name of [
      'a.exe.',
      'a.exe . .',
      'a.bat ',
      'a.js\u00a0',
      'a.js\u200b',
      'a.hta\n',
      'a.vbs::$DATA',
      'a.exe:b.pdf',
    ])
      assert.ok(!isNamedAsTyped(name, 'application/octet-stream'), JSON.stringify(name));
    assert.ok(isNamedAsTyped('verbale delle 10:30.pdf', 'application/pdf'));
    assert.ok(isNamedAsTyped('note...', 'text/plain'));
  });
});

describe('mediaTypeOf', () => {
  it('trusts the name where devices disagree, and the device elsewhere', () => {
    assert.equal(mediaTypeOf('atto.p7m', ''), 'application/pkcs7-mime');
    assert.equal(mediaTypeOf('dati.CSV', 'application/vnd.ms-excel'), 'text/csv');
    assert.equal(mediaTypeOf('voce.mp3', 'audio/mpeg'), 'audio/mpeg');
    assert.equal(mediaTypeOf('rilievo.dwg', ''), 'application/octet-stream');
  });
});
