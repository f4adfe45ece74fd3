-- finance has closed a refund that came back: nothing is owed on it any more
alter table refund add column closed_at datetime(6);
