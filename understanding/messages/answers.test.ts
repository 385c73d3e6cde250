/** Answers, each heard against the question that was just asked. */
import { KNOWN } from '../support/catalogs';
import { claims } from '../support/hear';

describe('an answer to a read-back', () => {
  claims({ asking: 'confirm' }, [
    ['yes', 'affirm'],
    ['Yes please!', 'affirm'],
    ['yep', 'affirm'],
    ['ok', 'affirm'],
    ['sounds good', 'affirm'],
    ["that's perfect, thank you", 'affirm | thank'],
    ['go ahead', 'affirm'],
    ['book it', 'affirm'],
    ['no problem', 'affirm'],
    ['👍', 'affirm'],
    ['no', 'deny'],
    ['nope', 'deny'],
    ['no thanks', 'deny'],
    ['rather not', 'deny'],
    ["no, that's wrong", 'deny'],
    ['👎', 'deny'],
    ['change', 'deny'],
    ["no, that's fine", 'deny'],
    ['yes but at 11', 'when 2027-03-24T11:00'],
    ['yes, but with Jana', 'person jana'],
    ['ok but make it Thursday', 'when 2027-03-25'],
    ['no, Thursday', 'deny | when 2027-03-25'],
    ['make it 11', 'when 2027-03-24T11:00'],
    ['sorry, make it 8', 'when 2027-03-25T08:00'],
    ['actually Friday would be better', 'when 2027-03-26'],
    ['can we do half an hour later?', 'when +30 min'],
    ['same time on Friday', 'when 2027-03-26'],
    ['move it to 11', 'when 2027-03-24T11:00'],
    ['instead of Thursday can we do Friday', 'when 2027-03-26'],
    ['not Mitte, Nord', 'branch nord'],
    ['what does it cost?', 'ask price'],
    ['cancel', 'cancel'],
    ['never mind', 'cancel'],
    ['what?', 'repeat'],
    ['2', 'choose 2'],
  ]);

  claims({ asking: 'confirm', choices: [{ label: 'Yes', acts: [{ act: 'affirm' }] }, 'Change'] }, [
    ['Yes', 'affirm'],
    ['Change', 'choose 2'],
    ['1', 'choose 1'],
    ['٢', 'choose 2'],
  ]);

  claims({ asking: 'confirm', catalog: KNOWN }, [
    ['no, for the van', 'deny | asset Transit van B-TR 458'],
    ['not the van', 'deny'],
  ]);
});

describe('an answer to a list', () => {
  const choices = ['10:00', '11:00', '14:30'];
  claims({ asking: 'when', choices }, [
    ['2', 'choose 2'],
    ['the second', 'choose 2'],
    ['option 3', 'choose 3'],
    ['#1', 'choose 1'],
    ['the last one', 'choose -1'],
    ['the later one', 'choose -1'],
    ['the earlier one please', 'choose 1'],
    ["I'll take the first one", 'choose 1'],
    ['11:00', 'choose 2'],
    ['14.30', 'choose 3'],
    ['none of these', 'alternatives'],
    ['any other times?', 'alternatives'],
    ['either is fine', 'choose 1'],
    ['10', 'when 2027-03-24T10:00'],
    ['at 2', 'when 2027-03-24T14:00'],
  ]);

  claims({ asking: 'choice', choices: ['Mitte, Linienstraße 10', 'Nord, Prinzenallee 80'] }, [
    ['nord', 'branch nord'],
    ['Nord, Prinzenallee 80', 'choose 2'],
    ['the latter', 'choose -1'],
    ['three', 'unknown'],
  ]);
});

describe('an answer to "when?"', () => {
  claims({ asking: 'when' }, [
    ['10', 'when 2027-03-24T10:00'],
    ['8', 'when 2027-03-25T08:00'],
    ['at 3', 'when 2027-03-24T15:00'],
    ['28', 'when 2027-03-28'],
    ['the 7th', 'when 2027-04-07'],
    ['maybe 4?', 'when 2027-03-24T16:00'],
    ['1030', 'when 2027-03-24T10:30'],
    ["doesn't matter", 'when first'],
    ['tomorrow', 'when 2027-03-25'],
    ['yes, tomorrow at 10', 'affirm | when 2027-03-25T10:00'],
  ]);
});

describe('an answer to "what is your name?"', () => {
  claims({ asking: 'name' }, [
    ['Ada Lovelace', 'name Ada Lovelace'],
    ["it's Ada Lovelace", 'name Ada Lovelace'],
    ['ada lovelace please', 'name ada lovelace'],
    ["Jean-Luc O'Brien", "name Jean-Luc O'Brien"],
    ['José Ángel Núñez', 'name José Ángel Núñez'],
    ['Frida Müller', 'name Frida Müller'],
    ['Sara', 'name Sara'],
    ['Will Young', 'name Will Young'],
    ['van der Berg', 'name van der Berg'],
    ['مریم احمدی', 'name مریم احمدی'],
    ['Ada Lovelace, 0151 12345678', 'name Ada Lovelace | phone +4915112345678'],
    ['yes', 'affirm'],
    ['why?', 'unknown'],
    ['what?', 'repeat'],
    ['cancel', 'cancel'],
    ['tomorrow at 10', 'when 2027-03-25T10:00'],
  ]);
});

describe('an answer to "which vehicle?"', () => {
  claims({ asking: 'asset', catalog: KNOWN }, [
    ['the van', 'asset Transit van B-TR 458'],
    ['golf', 'asset Golf B-XY 123'],
    ['bxy123', 'asset Golf B-XY 123'],
    ['a Lada Niva', 'asset Lada Niva'],
    ['what?', 'repeat'],
  ]);
});

describe('an answer to other questions', () => {
  claims({ asking: 'phone' }, [
    ['0151 12345678', 'phone +4915112345678'],
    ['+49 151 12345678', 'phone +4915112345678'],
    ['۰۱۵۱ ۱۲۳۴۵۶۷۸', 'phone +4915112345678'],
  ]);
  claims({ asking: 'person' }, [
    ['Ali', 'person ali'],
    ['anyone', 'person any'],
    ["I don't mind", 'person any'],
  ]);
  claims({ asking: 'service' }, [
    ['brakes', 'service brake-check'],
    ['the oil change please', 'service oil-change'],
  ]);
  claims({ asking: 'branch' }, [
    ['Nord', 'branch nord'],
    ['the one in mitte', 'branch mitte'],
  ]);
});
