-- what was asked for before the case was narrowed to what is in one parcel: the same request again still joins it
create table case_asked_line (
    case_number varchar(32) not null,
    line_number int         not null,
    quantity    int         not null,
    primary key (case_number, line_number)
) ${table};
