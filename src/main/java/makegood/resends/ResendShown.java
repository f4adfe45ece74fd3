package makegood.resends;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import makegood.cases.CaseFacts;
import makegood.cases.CaseShown;
import makegood.cases.Cases;
import makegood.people.Authority;
import makegood.platform.Caller;
import makegood.stores.Products;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a person sees of a resend that is being decided or prepared. Amounts in minor units, weights in grams. */
@Component
class ResendShown {
    private static final String REVIEW = "Task_ReviewResendRequest";
    private static final Set<String> ELEMENTS =
            Set.of(REVIEW, "Task_ApproveResend", "Task_FindAnotherWay", "Task_OpenNewSet", "Task_ReceiveWrongGoods");

    private final Resends resends;
    private final Cases cases;
    private final Products products;
    private final Authority authority;

    ResendShown(Resends resends, Cases cases, Products products, Authority authority) {
        this.resends = resends;
        this.cases = cases;
        this.products = products;
        this.authority = authority;
    }

    @EventListener
    void on(CaseShown shown) {
        var resend = resends.get(shown.caseNumber());
        if (resend == null || !ELEMENTS.contains(shown.element())) {
            return;
        }
        var c = cases.get(shown.caseNumber());
        var proposal = shown.proposal();
        proposal.put("goodsDue", goods(c));
        proposal.put("resendValue", resends.value(c.caseNumber()));
        put(proposal, "requestedBy", resend.agreedBy);
        put(proposal, "shelves", resend.shelves);
        put(proposal, "weightAtStart", resend.weightAtStart);
        put(proposal, "packedWeight", resend.packedWeight);
        put(proposal, "wrongSku", resend.wrongSku);
        if (shown.element().equals(REVIEW)) {
            proposal.put("parts", parts(c));
            long limit = authority.limit(ResendApproval.ACTION, Caller.current().account());
            put(proposal, "limit", limit > 0 ? limit : null);
            put(
                    proposal,
                    "refusalReason",
                    c.refusalReason() == null ? null : c.refusalReason().name());
        }
    }

    private static void put(Map<String, Object> proposal, String name, Object value) {
        if (value != null) {
            proposal.put(name, value);
        }
    }

    private List<Map<String, Object>> goods(CaseFacts c) {
        return cases.goodsDue(c.caseNumber()).stream()
                .map(g -> Map.<String, Object>of(
                        "line", g.line(),
                        "sku", g.sku(),
                        "quantity", g.quantity(),
                        "value", g.unitValue() * g.quantity()))
                .toList();
    }

    /** The parts list to hold the photo against. */
    private List<Map<String, Object>> parts(CaseFacts c) {
        var parts = new ArrayList<Map<String, Object>>();
        for (var l : c.lines()) {
            var line = resends.order(c).line(l.line()).orElseThrow();
            products.find(c.store(), line.sku())
                    .ifPresent(product -> product.parts()
                            .forEach(p -> parts.add(
                                    Map.of("line", l.line(), "sku", WhatToSend.sku(line, p), "value", p.value()))));
        }
        return parts;
    }
}
