/**
 * What a typical link says, so that a link only holds what is its own: half a page of text becomes a line. Part of
 * link format 1 and therefore never changed; a better dictionary makes format 2.
 */
export const linkDictionary =
  '"title":"","question":"","source":"","population":"california-2000","context":{"turnover' +
  '":1,"mandatePressure":0,"hostileLaw":{"month":0,"severity":0},"budgetShock":{"month":0,"' +
  'months":24,"severity":0}},"from":12,"until":60,"ramp":24,"assumptions":{{"accord":"0.1.0' +
  '","evidence":"","districts":"","result":{"futures":1000,"digest":""},"seed":"2012","scen' +
  'ario":{"name":"six-levers","population":"massachusetts","years":10,"firstMonth":"2012-07' +
  '","levers":{"incentives":{"dollars":25000},"pilotGrants":{"perYear":7,"months":24,"dolla' +
  'rs":100000,"recipients":"need"},"learningNetwork":{"ties":4,"experiencedShare":0.5},"sta' +
  'teInstitution":{"instructors":16,"facilitators":16,"leadersTrained":0.2},"conferences":{' +
  '"perYear":3,"districts":75},"research":{"programmes":2}}}}{"scenario":{"name":"mep","pop' +
  'ulation":"massachusetts","years":10,"firstMonth":"2012-07","levers":{"incentives":{"doll' +
  'ars":0},"pilotGrants":{"perYear":3.5,"months":24,"dollars":100000,"recipients":"need"},"' +
  'learningNetwork":{"ties":2,"experiencedShare":0.5},"stateInstitution":{"instructors":8,"' +
  'facilitators":8,"leadersTrained":0.1},"conferences":{"perYear":1.5,"districts":75},"rese' +
  'arch":{"programmes":1}}},"baseline":{"name":"no-partnership","levers":{"incentives":{"do' +
  'llars":0},"pilotGrants":{"perYear":0,"months":24,"dollars":100000,"recipients":"need"},"' +
  'learningNetwork":{"ties":0,"experiencedShare":0.5},"stateInstitution":{"instructors":0,"' +
  'facilitators":8,"leadersTrained":0.1},"conferences":{"perYear":0,"districts":75},"resear' +
  'ch":{"programmes":0}}},"view":{"month":120,"charts":["states","api-gain"],"modes":["valu' +
  'es","difference"],"replicate":0}}';
