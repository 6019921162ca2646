-- Withheld patients whose key and rows are still to be destroyed: key_no becomes 0 with the last of them.
create index patient_purging on patient (patient_no) where status = 4 and key_no <> 0;
