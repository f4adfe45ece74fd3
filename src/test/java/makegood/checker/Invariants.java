package makegood.checker;

import java.util.List;

/**
 * Plain SQL over Makegood's tables, the engine's and the gateway's own book; the same for H2 and MySQL. Refunds that a
 * vendor's account has served stand in that vendor's book, which is compared by the daily reconciliation.
 */
final class Invariants {
    /** Refunds that take money from their payment, whatever became of the case. */
    private static final String TAKES = " state not in ('REFUSED', 'CANCELLED') ";

    private static final String NO_LONGER_SENT =
            "('RESERVED', 'APPROVED', 'REFUSED', 'CANCELLED', 'FAILED_FINAL', 'PAID_OUT')";

    /** Of refunds, and of what is paid out in their place; the first step leads to the first state. */
    private static final String WAYS = """
            ('- RESERVED', 'RESERVED REFUSED', 'RESERVED CANCELLED', 'RESERVED APPROVED', 'APPROVED CANCELLED',
            'APPROVED SENT', 'SENT SETTLED', 'SENT UNKNOWN', 'SENT FAILED_FINAL', 'UNKNOWN SENT', 'UNKNOWN SETTLED',
            'UNKNOWN FAILED_FINAL', 'SETTLED REVERSED', 'FAILED_FINAL PAID_OUT', 'REVERSED PAID_OUT', 'REVERSED CLOSED')""";

    private static final String WAYS_OF_PAY_OUTS = """
            ('- PREPARED', 'PREPARED RETURNED', 'PREPARED CONFIRMED', 'CONFIRMED FAILED', 'CONFIRMED PAID')""";

    /** The last step of each refund itself. */
    private static final String STANDING = """
            (select s.refund_number, s.to_state from refund_step s where s.pay_out_number is null
              and not exists (select 1 from refund_step n where n.refund_number = s.refund_number
                and n.pay_out_number is null and n.step_no > s.step_no))""";

    static final List<Invariant> ALL = List.of(
            new Invariant("a payment never gives back more than was paid", """
                    select concat(p.store, '/', p.payment_number) from order_payment p
                    left join (select store, payment_number, sum(amount) gone from refund
                      where %s group by store, payment_number) r
                      on r.store = p.store and r.payment_number = p.payment_number
                    where p.refunded + p.held > p.amount or coalesce(r.gone, 0) > p.amount""".formatted(TAKES)),
            new Invariant("a line never gives back more than was paid for it", """
                    select concat(l.store, '/', l.order_number, '/', l.line_number) from order_line l
                    left join (select q.store, q.order_number, s.line_number, sum(s.amount) gone from refund_share s
                      join refund_request q on q.id = s.request_id where q.state in ('OPEN', 'APPROVED', 'PAID')
                      group by q.store, q.order_number, s.line_number) r
                      on r.store = l.store and r.order_number = l.order_number and r.line_number = l.line_number
                    where l.refunded + l.held > l.paid + l.collected or coalesce(r.gone, 0) > l.paid + l.collected"""),
            new Invariant("an order never gives back more than was paid", """
                    select concat(p.store, '/', p.order_number) from (select store, order_number, sum(amount) paid
                      from order_payment group by store, order_number) p
                    join (select store, order_number, sum(amount) gone from refund
                      where %s group by store, order_number) r
                      on r.store = p.store and r.order_number = p.order_number where r.gone > p.paid""".formatted(TAKES)),
            new Invariant("a settled refund has one effect at the gateway", """
                    select f.refund_number from refund f left join sandbox_refund g on g.refund_number = f.refund_number
                    left join gateway_refund w on w.refund_number = f.refund_number
                    where f.state = 'SETTLED' and w.refund_number is null and (g.refund_number is null
                      or g.amount <> f.amount or g.payment_number <> f.payment_number
                      or g.refund_state not in ('SETTLED', 'REVERSED'))"""),
            new Invariant("the gateway pays nothing that we have not sent", """
                    select g.refund_number from sandbox_refund g left join refund f on f.refund_number = g.refund_number
                    where g.refund_state = 'SETTLED' and (f.refund_number is null or f.state in %s)""".formatted(NO_LONGER_SENT)),
            new Invariant("a refund has one number", """
                    select concat(request_id, '/', position_no) from refund
                    group by request_id, position_no having count(*) > 1"""),
            new Invariant("all calls of a refund name one amount", """
                    select idempotency_key from sandbox_call where topic in ('finance.refund', 'finance.query-refund')
                    group by topic, idempotency_key
                    having min(substring(payload, 1, 2000)) <> max(substring(payload, 1, 2000))"""),
            new Invariant("the ledger books what was paid back", """
                    select r.case_number from (select f.case_number, sum(f.amount) gone from refund f
                      join refund_request q on q.id = f.request_id
                      where q.state = 'PAID' and f.state in ('SETTLED', 'PAID_OUT') group by f.case_number) r
                    left join (select case_number, sum(amount) booked from ledger_entry
                      where booking_key like 'refund:%' or booking_key like 'reversed:%' or booking_key like 'again:%'
                        or booking_key like 'moved:refund:%' or booking_key like 'moved:again:%'
                      group by case_number) b on b.case_number = r.case_number
                    where coalesce(b.booked, 0) <> r.gone"""),
            new Invariant("legal state paths only", """
                    select concat(s.refund_number, ' #', s.step_no) from refund_step s
                    where not (s.from_state is null and s.cause = 'MIGRATED')
                    and (s.pay_out_number is null and concat(coalesce(s.from_state, '-'), ' ', s.to_state) not in %s
                      or s.pay_out_number is not null
                        and concat(coalesce(s.from_state, '-'), ' ', s.to_state) not in %s)
                    union all select concat(s.refund_number, ' #', s.step_no) from refund_step s
                    left join refund_step b on b.refund_number = s.refund_number
                      and coalesce(b.pay_out_number, '-') = coalesce(s.pay_out_number, '-')
                      and b.step_no = (select max(x.step_no) from refund_step x where x.refund_number = s.refund_number
                        and coalesce(x.pay_out_number, '-') = coalesce(s.pay_out_number, '-') and x.step_no < s.step_no)
                    where coalesce(b.to_state, '-') <> coalesce(s.from_state, '-')""".formatted(WAYS, WAYS_OF_PAY_OUTS)),
            new Invariant("one audit entry per state change and money step", """
                    select concat('refund ', r.refund_number) from refund r
                    left join (select refund_number, count(*) written, min(step_no) first, max(step_no) last
                      from refund_step group by refund_number) s on s.refund_number = r.refund_number
                    where coalesce(s.written, 0) <> r.steps or s.first <> 1 or s.last <> r.steps
                    union all select concat('refund ', r.refund_number) from refund r
                    left join %1$s s on s.refund_number = r.refund_number
                    where coalesce(s.to_state, '-') <> case when r.closed_at is null then r.state else 'CLOSED' end
                    union all select concat('pay-out ', p.pay_out_number) from pay_out p
                    where not exists (select 1 from refund_step s where s.pay_out_number = p.pay_out_number
                      and s.refund_number = p.refund_number and s.to_state = p.state
                      and not exists (select 1 from refund_step n where n.pay_out_number = p.pay_out_number
                        and n.refund_number = p.refund_number and n.step_no > s.step_no))
                    union all select concat('payment ', p.store, '/', p.payment_number) from order_payment p
                    left join (select r.store, r.payment_number,
                      sum(case when s.to_state in ('SETTLED', 'PAID_OUT', 'REVERSED') then r.amount else 0 end) gone,
                      sum(case when s.to_state in ('RESERVED', 'APPROVED', 'SENT', 'UNKNOWN', 'FAILED_FINAL')
                        then r.amount else 0 end) held
                      from refund r join %1$s s on s.refund_number = r.refund_number
                      group by r.store, r.payment_number) t on t.store = p.store and t.payment_number = p.payment_number
                    where p.refunded <> coalesce(t.gone, 0) or p.held <> coalesce(t.held, 0)
                    union all select concat('booking ', l.booking_key) from ledger_entry l
                    join refund r on l.booking_key like concat('reversed:', r.refund_number, ':%%')
                      or l.booking_key like concat('again:', r.refund_number, ':%%')
                    where not exists (select 1 from refund_step s where s.refund_number = r.refund_number
                      and (s.to_state = 'REVERSED' or s.cause = 'MIGRATED'))""".formatted(STANDING)),
            new Invariant("an unknown refund is asked for, or somebody's task", """
                    select f.refund_number from refund f where f.state = 'UNKNOWN' and f.sent_at < :late
                    and not exists (select 1 from work_item w where w.case_number = f.case_number
                      and w.ended_at is null)
                    and not exists (select 1 from ACT_RU_EXECUTION x
                      join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = x.PROC_INST_ID_
                      where x.BUSINESS_KEY_ = f.case_number and (j.RETRIES_ > 0))
                    and not exists (select 1 from ACT_RU_EXECUTION x
                      join ACT_RU_EXT_TASK e on e.PROC_INST_ID_ = x.PROC_INST_ID_
                      where x.BUSINESS_KEY_ = f.case_number)"""),
            new Invariant("who approves is not who asked", """
                    select id from refund_request where approval <> 'NONE' and (approved_by = requested_by
                      or second_by = requested_by or second_by = approved_by)"""),
            new Invariant("what needs two people was approved by two", """
                    select id from refund_request where approval = 'TWO_PEOPLE' and state in ('APPROVED', 'PAID')
                    and (approved_by is null or second_by is null)"""),
            new Invariant("no more pieces come back, are exchanged or sent again than were shipped", """
                    select concat(l.store, '/', l.order_number, '/', l.line_number) from order_line l
                    left join (select x.store, x.order_number, e.line_number, sum(e.quantity + e.refund_quantity) pieces
                      from exchange_line e join goods_exchange x on x.case_number = e.case_number
                      join after_sales_case c on c.case_number = x.case_number and c.closed_at is null
                      group by x.store, x.order_number, e.line_number) o
                      on o.store = l.store and o.order_number = l.order_number and o.line_number = l.line_number
                    where l.returned_quantity > l.quantity + l.collected_pieces
                      or l.resent_quantity > l.quantity + l.collected_pieces
                      or coalesce(o.pieces, 0) > l.quantity + l.collected_pieces"""),
            new Invariant("an order's line is in one open case", """
                    select concat(c.store, '/', c.order_number, '/', n.line_number) from after_sales_case c
                    join case_line n on n.case_number = c.case_number
                    join order_line l on l.store = c.store and l.order_number = c.order_number
                      and l.line_number = n.line_number
                    where c.closed_at is null and c.kind in ('RETURN_REFUND', 'REFUND_ONLY', 'EXCHANGE', 'RESEND')
                    group by c.store, c.order_number, n.line_number, l.quantity, l.collected_pieces
                    having sum(n.quantity) > l.quantity + l.collected_pieces"""),
            new Invariant("an open case waits for somebody or something", """
                    select c.case_number from after_sales_case c where c.closed_at is null
                    and not exists (select 1 from ACT_RU_EXECUTION x join ACT_RU_TASK t
                      on t.PROC_INST_ID_ = x.PROC_INST_ID_ where x.BUSINESS_KEY_ = c.case_number)
                    and not exists (select 1 from ACT_RU_EXECUTION x join ACT_RU_JOB j
                      on j.PROCESS_INSTANCE_ID_ = x.PROC_INST_ID_ where x.BUSINESS_KEY_ = c.case_number
                      and (j.RETRIES_ > 0 or j.TYPE_ = 'timer'))
                    and not exists (select 1 from ACT_RU_EXECUTION x join ACT_RU_EXT_TASK e
                      on e.PROC_INST_ID_ = x.PROC_INST_ID_ where x.BUSINESS_KEY_ = c.case_number
                      and (e.RETRIES_ is null or e.RETRIES_ > 0))
                    and not exists (select 1 from ACT_RU_EXECUTION x join ACT_RU_EVENT_SUBSCR s
                      on s.PROC_INST_ID_ = x.PROC_INST_ID_ where x.BUSINESS_KEY_ = c.case_number
                      and s.ACTIVITY_ID_ not like 'StartEvent%')
                    and not exists (select 1 from ACT_RU_EXECUTION x join ACT_RU_INCIDENT i
                      on i.PROC_INST_ID_ = x.PROC_INST_ID_ where x.BUSINESS_KEY_ = c.case_number)"""),
            new Invariant("an open case has one process at its root", """
                    select c.case_number from after_sales_case c
                    left join ACT_RU_EXECUTION x on x.BUSINESS_KEY_ = c.case_number and x.PARENT_ID_ is null
                      and x.SUPER_EXEC_ is null
                    left join ACT_RE_PROCDEF d on d.ID_ = x.PROC_DEF_ID_ and d.KEY_ = 'after-sales-case'
                    where c.closed_at is null group by c.case_number having count(d.ID_) <> 1"""),
            new Invariant("a department's work without tries has an incident", """
                    select e.ID_ from ACT_RU_EXT_TASK e left join ACT_RU_INCIDENT i on i.CONFIGURATION_ = e.ID_
                    where e.RETRIES_ = 0 and i.ID_ is null"""),
            new Invariant("a webhook is applied once", """
                    select concat(department, '/', message_id) from department_message
                    group by department, message_id having count(*) > 1"""),
            new Invariant("a department does a thing once", """
                    select concat(topic, '/', idempotency_key) from sandbox_call where effect = true and kind = 'CALL'
                    group by topic, idempotency_key having count(*) > 1"""),
            new Invariant("reports add up to the ledger", """
                    select concat(x.store, ' ', x.kind, ' ', x.currency, ' ', sum(x.amount)) from (
                      select store, kind, currency, amount from ledger_entry
                      union all select store, kind, currency, -amount from day_sum where kind <> 'CASE') x
                    where x.store is not null
                      and not exists (select 1 from ledger_seal where removed_at is not null)
                    group by x.store, x.kind, x.currency having sum(x.amount) <> 0"""),
            new Invariant(
                    "one fact is booked once",
                    "select booking_key from ledger_entry group by booking_key having count(*) > 1"));

    private Invariants() {}
}
